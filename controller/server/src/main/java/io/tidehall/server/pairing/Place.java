package io.tidehall.server.pairing;

import org.jspecify.annotations.Nullable;

/**
 * What a manager gives a device.
 *
 * @param window where it stands, for those that stand at a window; may be given for a printer
 * @param printer the printer beside a kiosk
 * @param zone the part of the hall it is for; null or empty for all
 */
public record Place(@Nullable String window, @Nullable String printer, @Nullable String zone) {
  public Place {
    window = blank(window);
    printer = blank(printer);
    zone = blank(zone);
  }

  private static @Nullable String blank(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** In words for the audit. */
  String words(String role) {
    return role
        + (window == null ? "" : " window " + window)
        + (printer == null ? "" : " printer " + printer)
        + (zone == null ? "" : " zone " + zone);
  }
}
