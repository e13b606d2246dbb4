package io.tidehall.kiosk.view;

import io.tidehall.device.Texts;
import io.tidehall.device.Tongue;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.Text;
import io.tidehall.protocol.WaitRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The app's and the hall's words in one language. */
public record Words(Texts texts, Tongue tongue) {
  public String say(String key, Object... arguments) {
    return texts.say(tongue, key, arguments);
  }

  /** The language in which names and dates come. */
  public Language language() {
    return tongue.hall();
  }

  public String of(Text text) {
    return text.in(language());
  }

  /** A wait people can believe: a range, and a word when it is rough. */
  public String outlook(@Nullable WaitRange range) {
    if (range == null) {
      return say("wait.unknown");
    }
    return say(range.rough() ? "wait.rough" : "wait.range", span(range));
  }

  /** The same in a few letters, for a tile. */
  public String minutes(@Nullable WaitRange range) {
    return range == null ? say("wait.unknown") : say("wait.short", span(range));
  }

  private static String span(WaitRange range) {
    return range.low() == range.high()
        ? String.valueOf(range.high())
        : range.low() + "–" + range.high();
  }

  /** Windows as people say them; empty when none is open. */
  public String windows(List<String> windows) {
    return windows.isEmpty()
        ? say("windows.none")
        : say("windows.some", String.join(say("list.comma"), windows));
  }
}
