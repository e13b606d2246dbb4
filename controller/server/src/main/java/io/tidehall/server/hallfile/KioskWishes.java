package io.tidehall.server.hallfile;

import io.tidehall.protocol.DeviceSetup;
import io.tidehall.protocol.DeviceSetup.WithoutPaper;
import org.jspecify.annotations.Nullable;

/**
 * What a hall wants of all its kiosks.
 *
 * @param pin opens the service menu; null for no menu
 * @param speech how they speak; null for their usual way
 * @param withoutPaper what they do while their printer cannot print
 */
public record KioskWishes(
    @Nullable ServicePin pin, DeviceSetup.@Nullable Speech speech, WithoutPaper withoutPaper) {
  private static final int USUAL_LOUDNESS = 60;
  static final KioskWishes NONE = new KioskWishes(null, null, WithoutPaper.REFUSE);

  static KioskWishes of(Part kiosks) {
    Part speech = kiosks.get("speech");
    return new KioskWishes(
        kiosks.get("servicePin").text().map(ServicePin::new).orElse(null),
        speech.present()
            ? new DeviceSetup.Speech(
                speech.get("always").flag(false), speech.get("loudness").whole(USUAL_LOUDNESS))
            : null,
        kiosks.get("withoutPaper").text("").equals("screen")
            ? WithoutPaper.SCREEN
            : WithoutPaper.REFUSE);
  }
}
