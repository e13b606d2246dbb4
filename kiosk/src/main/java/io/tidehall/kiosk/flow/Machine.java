package io.tidehall.kiosk.flow;

import java.util.List;

/**
 * The machine and its ways to the hall, as the app has found them for staff.
 *
 * @param device the kiosk's id in the hall
 * @param broker where the controller is reached
 * @param pairedAt where it was paired, empty for one that got its file by hand
 * @param addresses its own
 * @param heardSeconds since the hall was last heard; negative when it never was
 */
public record Machine(
    String device,
    String broker,
    String pairedAt,
    List<String> addresses,
    long heardSeconds,
    String version,
    long uptimeSeconds) {
  public Machine {
    addresses = List.copyOf(addresses);
  }
}
