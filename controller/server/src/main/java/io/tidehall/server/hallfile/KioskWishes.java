package io.tidehall.server.hallfile;

import org.jspecify.annotations.Nullable;

/**
 * What a hall wants of all its kiosks.
 *
 * @param pin opens the service menu; null for no menu
 */
public record KioskWishes(@Nullable ServicePin pin) {
  static final KioskWishes NONE = new KioskWishes(null);

  static KioskWishes of(Part kiosk) {
    return new KioskWishes(kiosk.get("servicePin").text().map(ServicePin::new).orElse(null));
  }
}
