package io.tidehall.server.reload;

import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.PolicyPlan;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.protocol.Text;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a setting is, in a few words; only what is short and says something by itself. */
final class Plain {
  private static final int MOST = 40;
  private static final String NONE = "–";

  private Plain() {}

  /** A setting before and after, as 5 → 8; empty where it would need more words. */
  static Optional<Text> change(Object before, Object after) {
    return of(before)
        .flatMap(
            was ->
                of(after)
                    .map(is -> Text.of(was.zh() + " → " + is.zh(), was.en() + " → " + is.en())));
  }

  private static Optional<Text> of(Object value) {
    return switch (value) {
      case Boolean yes -> Optional.of(yes ? Text.of("是", "yes") : Text.of("否", "no"));
      case Duration time -> Optional.of(time(time));
      case Collection<?> all -> all(all);
      case Optional<?> maybe -> maybe.isEmpty() ? same("") : of(maybe.get());
      default -> word(value).flatMap(Plain::same);
    };
  }

  private static Optional<String> word(Object value) {
    return switch (value) {
      case Enum<?> word -> Optional.of(word.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      case String _, Number _, LocalTime _, ZoneId _ -> Optional.of(value.toString());
      case LineId _, WindowId _, ClerkId _, PolicyPlan _ -> Optional.of(value.toString());
      default -> Optional.empty();
    };
  }

  private static Optional<Text> same(String words) {
    return words.length() > MOST
        ? Optional.empty()
        : Optional.of(words.isEmpty() ? Text.of(NONE, NONE) : Text.of(words, words));
  }

  /** Each of a list or set, where each is a word. */
  private static Optional<Text> all(Collection<?> values) {
    List<Optional<String>> words = values.stream().map(Plain::word).toList();
    return words.stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : same(
            words.stream()
                .flatMap(Optional::stream)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" ")));
  }

  private static Text time(Duration time) {
    return time.toSecondsPart() == 0
        ? Text.of(time.toMinutes() + " 分钟", time.toMinutes() + " min")
        : Text.of(time.toSeconds() + " 秒", time.toSeconds() + " s");
  }
}
