package io.tidehall.device.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Buttons} promises. Time is driven. */
public abstract class ButtonsContract {
  protected static final List<String> NAMES = List.of("next", "recall", "finish");

  private final List<String> pressed = new CopyOnWriteArrayList<>();
  private final AtomicLong nanos = new AtomicLong();
  private Buttons buttons;

  /** The buttons {@link #NAMES} with a clock that the contract drives. */
  protected abstract Buttons open(java.util.function.LongSupplier nanos);

  /** Moves a contact as the hardware would, and waits until the hardware has told of it. */
  protected abstract void contact(String name, boolean down);

  @BeforeEach
  void opened() {
    buttons = open(nanos::get);
    buttons.onPress(pressed::add);
  }

  @AfterEach
  void closed() {
    buttons.close();
    buttons.close();
  }

  @Test
  void theNamesAreInTheOrderGiven() {
    assertEquals(NAMES, buttons.names());
  }

  @Test
  void aPressIsToldOnceWhenTheButtonGoesDown() {
    move("next", true, 0);
    sees("next");
    move("next", false, 200);
    move("recall", true, 50);
    sees("next", "recall");
  }

  @Test
  void aBouncingContactIsOnePress() {
    move("finish", true, 0);
    move("finish", false, 1);
    move("finish", true, 1);
    move("finish", false, 300);
    move("finish", true, 1);
    move("finish", false, 1);
    move("next", true, 500);
    sees("finish", "next");
  }

  @Test
  void thatAButtonWasLetGoIsToldAlsoAfterTheQuickestTap() {
    var moves = new CopyOnWriteArrayList<Buttons.Move>();
    buttons.onMove(moves::add);
    move("next", true, 0);
    move("next", false, 400);
    move("finish", true, 100);
    move("finish", false, 5);
    Awaitility.await()
        .until(
            () -> {
              later(Presses.quiet());
              buttons.settle();
              return moves.size() == 4;
            });
    assertEquals(
        List.of(
            new Buttons.Move("next", true),
            new Buttons.Move("next", false),
            new Buttons.Move("finish", true),
            new Buttons.Move("finish", false)),
        moves);
  }

  @Test
  void buttonsDoNotDisturbEachOther() {
    move("next", true, 0);
    move("recall", true, 1);
    sees("next", "recall");
  }

  @Test
  void aListenerThatFailsEndsNothing() {
    buttons.onPress(
        name -> {
          throw new IllegalStateException("a bug in a listener");
        });
    var second = new ArrayList<String>();
    buttons.onPress(second::add);
    move("next", true, 0);
    sees("next");
    assertEquals(List.of("next"), second);
  }

  private void move(String name, boolean down, long laterMillis) {
    later(Duration.ofMillis(laterMillis));
    contact(name, down);
  }

  private void later(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private void sees(String... names) {
    Awaitility.await().until(() -> pressed.size() >= names.length);
    assertEquals(List.of(names), pressed);
  }
}
