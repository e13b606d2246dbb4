package io.tidehall.kiosk.reader;

import java.util.Arrays;
import java.util.Optional;

/**
 * Replies out of the bytes that a reader sends, which come split, garbled and with noise between
 * them. A frame begins with a head of five bytes and ends with an exclusive-or over everything from
 * its length on; what does not fit is dropped up to the next head, even one inside a frame that
 * turned out wrong. Of a card's reply the photo is dropped here, and its bytes are overwritten.
 */
final class Frames {
  private static final byte[] HEAD = {(byte) 0xAA, (byte) 0xAA, (byte) 0xAA, (byte) 0x96, 0x69};
  private static final int LENGTH_BYTES = 2;
  private static final int STATUS_BYTES = 3;
  private static final int SHORTEST = STATUS_BYTES + 1;

  /** Two lengths, the text and the photo. */
  private static final int LONGEST = SHORTEST + 4 + CardText.BYTES + 1024;

  private static final int KEPT = 4 + CardText.BYTES;

  private final byte[] buffer = new byte[4 * LONGEST];
  private int end;
  private long wrong;

  /** A whole reply. */
  static final class Reply {
    private final int status;
    private final byte[] data;

    private Reply(int status, byte[] data) {
      this.status = status;
      this.data = data;
    }

    /** The last of its three status bytes; the first two are zero in all known replies. */
    int status() {
      return status;
    }

    /** What follows the status, without a photo; not a copy, so that it can be overwritten. */
    byte[] data() {
      return data;
    }
  }

  /** Takes bytes in. */
  void add(byte[] bytes, int count) {
    int room = buffer.length - end;
    if (count > room) {
      // Far more than any reply: noise. The newest bytes may begin one.
      drop(Math.min(end, count - room));
    }
    int fits = Math.min(count, buffer.length - end);
    System.arraycopy(bytes, count - fits, buffer, end, fits);
    end += fits;
  }

  /** The next whole reply, if it has come. */
  Optional<Reply> next() {
    while (toHead()) {
      if (end < HEAD.length + LENGTH_BYTES) {
        return Optional.empty();
      }
      int length = (buffer[HEAD.length] & 0xff) << 8 | (buffer[HEAD.length + 1] & 0xff);
      int whole = HEAD.length + LENGTH_BYTES + length;
      if (length < SHORTEST || length > LONGEST) {
        skip();
      } else if (end < whole) {
        return Optional.empty();
      } else if (sum(whole) == 0) {
        return Optional.of(take(whole, length));
      } else {
        skip();
      }
    }
    return Optional.empty();
  }

  /** The rest of a reply has not come in time: what it began with is dropped. */
  Optional<Reply> nextWithoutTheBegun() {
    if (toHead()) {
      skip();
    }
    return next();
  }

  /** Forgets what has come so far. */
  void clear() {
    drop(end);
  }

  /** Frames dropped because they were wrong. */
  long wrong() {
    return wrong;
  }

  /** Drops what stands before the first head, or what may begin one; false without a head. */
  private boolean toHead() {
    int at = 0;
    while (at < end && !headAt(at)) {
      at++;
    }
    drop(at);
    return end >= HEAD.length;
  }

  private boolean headAt(int at) {
    int known = Math.min(HEAD.length, end - at);
    return Arrays.equals(buffer, at, at + known, HEAD, 0, known);
  }

  private int sum(int whole) {
    int sum = 0;
    for (int i = HEAD.length; i < whole; i++) {
      sum ^= buffer[i] & 0xff;
    }
    return sum;
  }

  private Reply take(int whole, int length) {
    int from = HEAD.length + LENGTH_BYTES + STATUS_BYTES;
    byte[] data = Arrays.copyOfRange(buffer, from, from + Math.min(length - SHORTEST, KEPT));
    var reply = new Reply(buffer[from - 1] & 0xff, data);
    drop(whole);
    return reply;
  }

  private void skip() {
    wrong++;
    drop(1);
  }

  private void drop(int count) {
    System.arraycopy(buffer, count, buffer, 0, end - count);
    Arrays.fill(buffer, end - count, end, (byte) 0);
    end -= count;
  }
}
