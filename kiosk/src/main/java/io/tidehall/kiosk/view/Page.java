package io.tidehall.kiosk.view;

import io.tidehall.device.HallTime;
import io.tidehall.kiosk.flow.Happening.Touch;
import io.tidehall.kiosk.flow.Kiosk;
import io.tidehall.kiosk.flow.World;
import io.tidehall.protocol.HallStatus;
import io.tidehall.protocol.WaitRange;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * What a page is built from.
 *
 * @param wide whether the screen is mounted sideways
 */
record Page(Kiosk kiosk, Words words, boolean wide, Consumer<Touch> touched) {
  World world() {
    return kiosk.world();
  }

  String say(String key, Object... arguments) {
    return words.say(key, arguments);
  }

  /** Whether everything is a quarter larger, so that fewer things fit. */
  boolean large() {
    return kiosk.comfort().large();
  }

  /** Whether nothing may be touched in the upper half, which then only tells. */
  boolean low() {
    return kiosk.comfort().low();
  }

  /** So many rows as fit: on a tall screen, on a wide one, or within low reach. */
  int rows(int tall, int wide, int low) {
    int usual = low() ? low : wide() ? wide : tall;
    return large() ? Math.max(Math.min(2, usual), (int) (usual * 0.72)) : usual;
  }

  /** The wait in words; a hall whose clock is wrong tells none. */
  String outlook(@Nullable WaitRange range) {
    return words().outlook(world().timeless() ? null : range);
  }

  /** When the hall closes before such a wait is sure to be over; empty when it does not. */
  Optional<String> closingBefore(@Nullable WaitRange range) {
    HallStatus hall = world().hall();
    if (hall == null || range == null || !hall.open() || world().timeless()) {
      return Optional.empty();
    }
    LocalDateTime closing = hall.nextChange();
    LocalDateTime over = HallTime.of(hall).local(kiosk.now()).plusMinutes(range.high());
    return closing != null && over.isAfter(closing)
        ? Optional.of(closing.toLocalTime().toString())
        : Optional.empty();
  }

  /** A page of one column: what tells, and below it what is touched. */
  Node column(List<? extends Node> tells, List<? extends Node> touched) {
    if (low()) {
      return Parts.column("body-low", above(tells), below(touched));
    }
    var all = new ArrayList<Node>(tells);
    all.addAll(touched);
    return Parts.column("body-column", all.toArray(Node[]::new));
  }

  /** The upper part of a page within low reach. */
  static Node above(List<? extends Node> tells) {
    return Parts.grow(Parts.column("above", tells.toArray(Node[]::new)));
  }

  /** The part of a page that those who sit can reach. */
  static Node below(List<? extends Node> touched) {
    return Parts.column("below", touched.toArray(Node[]::new));
  }

  Runnable on(Touch touch) {
    return () -> touched.accept(touch);
  }
}
