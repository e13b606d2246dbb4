package io.tidehall.protocol;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one device may say and hear. The embedded broker and the files written for an external one
 * both come from here, so that they cannot differ.
 *
 * @param publish exact topics the device may publish to
 * @param subscribe exact topics the device may subscribe to; no wildcards
 */
public record AccessList(List<String> publish, List<String> subscribe) {
  public AccessList {
    publish = List.copyOf(publish);
    subscribe = List.copyOf(subscribe);
  }

  /**
   * The access list of a device.
   *
   * @param window the window it stands at, for roles that stand at one
   */
  public static AccessList of(String device, DeviceRole role, @Nullable String window) {
    List<String> publish = new ArrayList<>(List.of(Topics.presence(device), Topics.status(device)));
    List<String> subscribe =
        new ArrayList<>(List.of(Topics.CLOCK, Topics.HALL, Topics.setup(device)));
    switch (role) {
      case KIOSK -> {
        publish.add(Topics.request(device));
        subscribe.addAll(List.of(Topics.answer(device), Topics.CATALOGUE, Topics.LINES));
      }
      case TICKET_PRINTER -> {
        publish.add(Topics.request(device));
        subscribe.addAll(List.of(Topics.answer(device), Topics.job(device)));
      }
      case HALL_BOARD ->
          subscribe.addAll(
              List.of(Topics.CATALOGUE, Topics.LINES, Topics.BOARD, Topics.ANNOUNCEMENTS));
      case SPEAKER -> subscribe.addAll(List.of(Topics.BOARD, Topics.ANNOUNCEMENTS));
      case LED_LINE -> subscribe.add(Topics.BOARD);
      case COUNTER_DISPLAY, RATING_PAD, CALL_PAD -> {
        if (window == null) {
          throw new IllegalArgumentException(
              "expected the window where " + device + " (" + role.word() + ") stands, got none");
        }
        subscribe.addAll(List.of(Topics.window(window), Topics.CATALOGUE));
        if (role != DeviceRole.COUNTER_DISPLAY) {
          publish.add(Topics.request(device));
          subscribe.add(Topics.answer(device));
        }
      }
    }
    return new AccessList(publish, subscribe);
  }

  public boolean mayPublish(String topic) {
    return publish.contains(topic);
  }

  public boolean maySubscribe(String filter) {
    return subscribe.contains(filter);
  }
}
