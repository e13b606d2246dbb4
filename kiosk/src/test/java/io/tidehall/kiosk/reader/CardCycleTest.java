package io.tidehall.kiosk.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Requests over a line in memory, whose replies come when the test has them come. */
class CardCycleTest {
  private static final String NUMBER = "371312195601010028";

  private final Line line = new Line();
  private final CardCycle cycle = new CardCycle(line);

  @Test
  void aReplyThatComesTooLateAnswersNothingThatIsAskedAfterIt() throws IOException {
    assertEquals(CardCycle.Field.UNKNOWN, cycle.find());
    line.comes(CardBytes.reply(0x80));
    line.answers(CardBytes.reply(0x9F, new byte[4]));
    assertEquals(CardCycle.Field.CARD, cycle.find());
    line.answers(CardBytes.reply(0x90, new byte[8]));
    line.answers(CardBytes.card(CardBytes.resident(NUMBER, "长期")));
    assertEquals(Optional.of(NUMBER), cycle.read().map(IdCard::number));
  }

  /** Each request is answered by the next answer, if there is one. */
  private static final class Line implements SerialLine {
    private final Queue<byte[]> answers = new ArrayDeque<>();
    private final BlockingQueue<byte[]> there = new LinkedBlockingQueue<>();

    void answers(byte[] reply) {
      answers.add(reply);
    }

    void comes(byte[] reply) {
      there.add(reply);
    }

    @Override
    public void open() {}

    @Override
    public void write(byte[] bytes) {
      byte[] answer = answers.poll();
      if (answer != null) {
        there.add(answer);
      }
    }

    @Override
    public int read(byte[] into, Duration within) throws IOException {
      try {
        byte[] next = there.poll(within.toNanos(), TimeUnit.NANOSECONDS);
        if (next == null) {
          return 0;
        }
        System.arraycopy(next, 0, into, 0, next.length);
        return next.length;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
    }

    @Override
    public void close() {}
  }
}
