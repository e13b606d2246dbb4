package io.tidehall.server.hallfile;

import io.tidehall.protocol.DeviceSetup;
import org.jspecify.annotations.Nullable;

/**
 * What a hall wants of all its kiosks.
 *
 * @param pin opens the service menu; null for no menu
 * @param speech how they speak; null for their usual way
 */
public record KioskWishes(@Nullable ServicePin pin, DeviceSetup.@Nullable Speech speech) {
  private static final int USUAL_LOUDNESS = 60;
  static final KioskWishes NONE = new KioskWishes(null, null);

  static KioskWishes of(Part kiosks) {
    Part speech = kiosks.get("speech");
    return new KioskWishes(
        kiosks.get("servicePin").text().map(ServicePin::new).orElse(null),
        speech.present()
            ? new DeviceSetup.Speech(
                speech.get("always").flag(false), speech.get("loudness").whole(USUAL_LOUDNESS))
            : null);
  }
}
