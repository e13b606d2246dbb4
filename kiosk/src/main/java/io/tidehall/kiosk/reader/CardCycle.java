package io.tidehall.kiosk.reader;

import io.tidehall.kiosk.reader.CardText.SenselessCardException;
import io.tidehall.kiosk.reader.Frames.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Find, select, read over an open line: one request at a time, each answered or given up. */
final class CardCycle {
  private static final Logger log = LoggerFactory.getLogger(CardCycle.class);

  /** The status of a find that found something; every other good reply has {@link #GOOD}. */
  static final int FOUND = 0x9F;

  private static final int GOOD = 0x90;
  private static final int NO_CARD = 0x80;
  private static final int SILENT = -1;
  private static final Duration SOON = Duration.ofMillis(600);
  private static final Duration QUIET = Duration.ofMillis(1);

  /** 1295 bytes take 113 ms on the line, and the reader some seconds to get them from the card. */
  private static final Duration CARD = Duration.ofSeconds(3);

  /** A garbled reply is asked for again while the card is still selected. */
  private static final int READS = 3;

  private final SerialLine line;
  private final Frames frames = new Frames();
  private final byte[] came = new byte[2048];

  CardCycle(SerialLine line) {
    this.line = line;
  }

  /** What lies on the reader. */
  enum Field {
    CARD,
    EMPTY,
    /** The reader said nothing, or something else. */
    UNKNOWN
  }

  Field find() throws IOException {
    return switch (status(0x20, 0x01)) {
      case FOUND -> Field.CARD;
      case NO_CARD -> Field.EMPTY;
      default -> Field.UNKNOWN;
    };
  }

  /** The card that was found; empty when it cannot be read. */
  Optional<IdCard> read() throws IOException {
    if (status(0x20, 0x02) != GOOD) {
      return Optional.empty();
    }
    for (int i = 0; i < READS; i++) {
      Optional<Reply> reply = ask(0x30, 0x01, CARD);
      if (reply.isPresent()) {
        return reply.flatMap(CardCycle::card);
      }
    }
    return Optional.empty();
  }

  private static Optional<IdCard> card(Reply reply) {
    byte[] data = reply.data();
    try {
      if (reply.status() != GOOD || data.length < 4 + CardText.BYTES) {
        return Optional.empty();
      }
      return Optional.of(CardText.parse(Arrays.copyOfRange(data, 4, 4 + CardText.BYTES)));
    } catch (SenselessCardException e) {
      log.warn("a card was read, but {}", e.getMessage());
      return Optional.empty();
    } finally {
      Arrays.fill(data, (byte) 0);
    }
  }

  /** How the reader takes a request that it answers soon; {@link #SILENT} when it does not. */
  private int status(int command, int parameter) throws IOException {
    Optional<Reply> reply = ask(command, parameter, SOON);
    // Whatever came: it may be a card that was asked for long before.
    reply.ifPresent(it -> Arrays.fill(it.data(), (byte) 0));
    return reply.map(Reply::status).orElse(SILENT);
  }

  private Optional<Reply> ask(int command, int parameter, Duration within) throws IOException {
    try {
      drain();
      line.write(request(command, parameter));
      long end = System.nanoTime() + within.toNanos();
      while (true) {
        long left = end - System.nanoTime();
        if (left <= 0) {
          return frames.nextWithoutTheBegun();
        }
        frames.add(came, line.read(came, Duration.ofNanos(Math.min(left, SOON.toNanos()))));
        Optional<Reply> reply = frames.next();
        if (reply.isPresent()) {
          return reply;
        }
      }
    } finally {
      frames.clear();
      Arrays.fill(came, (byte) 0);
    }
  }

  /** A reply that came after its time answers nothing that is asked from now on. */
  private void drain() throws IOException {
    long end = System.nanoTime() + SOON.toNanos();
    while (line.read(came, QUIET) > 0 && System.nanoTime() < end) {
      Arrays.fill(came, (byte) 0);
    }
  }

  private static byte[] request(int command, int parameter) {
    int sum = 0x03 ^ command ^ parameter;
    return new byte[] {
      (byte) 0xAA,
      (byte) 0xAA,
      (byte) 0xAA,
      (byte) 0x96,
      0x69,
      0x00,
      0x03,
      (byte) command,
      (byte) parameter,
      (byte) sum
    };
  }
}
