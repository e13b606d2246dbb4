package io.tidehall.display.pad;

import io.tidehall.protocol.Act;
import io.tidehall.protocol.Act.Button;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a call pad and what they mean when held. A pad may lack the spare ones: long presses
 * of others stand in for them.
 */
public final class PadKeys {
  /** In the order of the pad. */
  public static final List<Button> ALL =
      List.of(
          Button.NEXT,
          Button.RECALL,
          Button.ARRIVED,
          Button.FINISH,
          Button.NO_SHOW,
          Button.PAUSE,
          Button.EMERGENCY);

  /** Those that a pad may lack. */
  public static final List<Button> SPARE = List.of(Button.ARRIVED, Button.EMERGENCY);

  private PadKeys() {}

  /** What a key means when held, or null when it counts as it goes down, however long. */
  static @Nullable Button second(Button key) {
    return switch (key) {
      case NEXT -> Button.ARRIVED;
      case FINISH -> Button.FINISH_ADVICE;
      case PAUSE, EMERGENCY -> Button.EMERGENCY;
      case RECALL, ARRIVED, NO_SHOW, FINISH_ADVICE -> null;
    };
  }

  /** What a key means when tapped; an emergency is never called by a slip of the hand. */
  static Optional<Button> first(Button key) {
    return key == Button.EMERGENCY ? Optional.empty() : Optional.of(key);
  }

  /** The name of a key, as {@code --pin} takes it: {@code next}, {@code no-show} … */
  static String name(Act.Button key) {
    return key.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The key of a name. */
  static Button of(String name) {
    return Button.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
