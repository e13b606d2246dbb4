package io.tidehall.display.pad;

import io.tidehall.protocol.Act;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The frames of a serial call pad, 9600 8N1. From the pad {@code 4B key down sum 0D}: key 1 to 7 in
 * the order of {@link PadKeys#ALL}, down 1 or 0. To the pad {@code 44 high low waiting state sum
 * 0D}: the number's figures, how many wait, and the state, with 80 when the last press was refused.
 * The sum is the low byte of all before it. Splits and noise are got over; not for several threads.
 */
final class PadFrames {
  private static final byte KEY = 0x4B;
  private static final byte SHOW = 0x44;
  private static final byte END = 0x0D;
  private static final byte REFUSED = (byte) 0x80;
  private static final int KEY_LENGTH = 5;

  private final byte[] frame = new byte[KEY_LENGTH];
  private int length;
  private long dropped;

  /** A key as a pad tells it. */
  record Moved(Act.Button key, boolean down) {}

  /** What has come whole with these bytes. */
  List<Moved> take(byte[] bytes, int count) {
    List<Moved> moved = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      frame[length++] = bytes[i];
      if (length == KEY_LENGTH) {
        whole().ifPresent(moved::add);
      }
      resynchronise();
    }
    return moved;
  }

  /** How many bytes were no part of a good frame. */
  long dropped() {
    return dropped;
  }

  /** What came of a frame is not the beginning of another: the line was opened anew. */
  void restart() {
    length = 0;
  }

  static byte[] show(PadFigures figures) {
    int state = figures.state().code();
    byte[] frame = {
      SHOW,
      (byte) (figures.number() >> 8),
      (byte) figures.number(),
      (byte) figures.waiting(),
      (byte) (figures.refused() ? state | REFUSED : state),
      0,
      END
    };
    frame[5] = sum(frame, 5);
    return frame;
  }

  private Optional<Moved> whole() {
    int key = frame[1] & 0xFF;
    boolean good =
        frame[3] == sum(frame, 3)
            && frame[4] == END
            && key >= 1
            && key <= PadKeys.ALL.size()
            && (frame[2] == 0 || frame[2] == 1);
    if (!good) {
      return Optional.empty();
    }
    length = 0;
    return Optional.of(new Moved(PadKeys.ALL.get(key - 1), frame[2] == 1));
  }

  /** Goes on from the next byte that may begin a frame. */
  private void resynchronise() {
    while (length == KEY_LENGTH || (length > 0 && frame[0] != KEY)) {
      System.arraycopy(frame, 1, frame, 0, --length);
      dropped++;
    }
  }

  private static byte sum(byte[] frame, int before) {
    int sum = 0;
    for (int i = 0; i < before; i++) {
      sum += frame[i];
    }
    return (byte) sum;
  }
}
