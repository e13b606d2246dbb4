package io.tidehall.device.flow;

import java.util.List;

/**
 * What a screen shows next. Pure: everything it needs, time included, comes with the happening.
 *
 * @param <S> the screens, a sealed type
 * @param <H> the happenings: touches, time passing, messages of the hall
 * @param <E> the effects: what the app is to do, such as asking the hall
 */
@FunctionalInterface
public interface Flow<S, H, E> {
  Step<S, E> next(S screen, H happening);

  /** The next screen, and what is to be done, in order. */
  record Step<S, E>(S screen, List<E> effects) {
    public Step {
      effects = List.copyOf(effects);
    }

    /** A step without effects. */
    public static <S, E> Step<S, E> to(S screen) {
      return new Step<>(screen, List.of());
    }

    /** A step with one effect. */
    public static <S, E> Step<S, E> to(S screen, E effect) {
      return new Step<>(screen, List.of(effect));
    }
  }
}
