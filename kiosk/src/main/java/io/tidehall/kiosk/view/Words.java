package io.tidehall.kiosk.view;

import io.tidehall.device.Texts;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.Text;
import io.tidehall.protocol.WaitRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The app's and the hall's words in one language. */
public record Words(Texts texts, Language language) {
  public String say(String key, Object... arguments) {
    return texts.say(language, key, arguments);
  }

  public String of(Text text) {
    return text.in(language);
  }

  /** A wait people can believe: a range, and a word when it is rough. */
  public String outlook(@Nullable WaitRange range) {
    if (range == null) {
      return say("wait.unknown");
    }
    String minutes =
        range.low() == range.high()
            ? String.valueOf(range.high())
            : range.low() + "–" + range.high();
    return say(range.rough() ? "wait.rough" : "wait.range", minutes);
  }

  /** Windows as people say them; empty when none is open. */
  public String windows(List<String> windows) {
    return windows.isEmpty()
        ? say("windows.none")
        : say("windows.some", String.join(say("list.comma"), windows));
  }
}
