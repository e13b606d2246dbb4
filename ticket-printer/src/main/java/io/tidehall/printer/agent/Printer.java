package io.tidehall.printer.agent;

import io.tidehall.printer.escpos.EndMark;
import io.tidehall.printer.escpos.PrinterProfile;
import io.tidehall.printer.escpos.PrinterStatus;
import io.tidehall.printer.transport.Transport;
import io.tidehall.protocol.DeviceStatus.Paper;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One printer at the end of its transport: asks how it is, sends slips, and finds out whether they
 * came out. It learns by trying which questions the printer answers. Used by one thread.
 */
final class Printer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Printer.class);
  private static final Duration ANSWER = Duration.ofMillis(500);
  private static final Duration SENDING = Duration.ofSeconds(20);

  /** What is known of a slip that was sent. */
  sealed interface Result {
    /** It is on paper, as far as this printer can tell; the note says how far. */
    record Printed(String note) implements Result {}

    /** Nothing of it reached the printer; it may be sent again. */
    record NotSent(String why) implements Result {}

    /** It may be on paper, wholly, partly or not. */
    record Doubtful(String why) implements Result {}
  }

  private enum EndMarks {
    NOT_TRIED,
    ANSWERED,
    NOT_ANSWERED
  }

  private final Transport transport;
  private final PrinterProfile profile;
  private final Duration patience;
  private EndMarks endMarks = EndMarks.NOT_TRIED;
  private String lastProblem = "";

  /**
   * @param patience how long a slip may take from the last byte sent to lying there
   */
  Printer(Transport transport, PrinterProfile profile, Duration patience) {
    this.transport = transport;
    this.profile = profile;
    this.patience = patience;
  }

  /** Asks how the printer is; a printer that cannot be reached is a status, too. */
  PrinterStatus status() {
    try {
      transport.open();
      PrinterStatus status = ask();
      if (!lastProblem.isEmpty()) {
        log.info("the printer at {} is back", transport.describe());
        lastProblem = "";
      }
      return status;
    } catch (IOException e) {
      lost(e);
      return PrinterStatus.unreachable();
    }
  }

  /** Prints; to be called only when {@link #status} was ready. */
  Result print(byte[] bytes, boolean answering) {
    try {
      transport.open();
      if (answering && endMarks == EndMarks.NOT_TRIED) {
        endMarks = endMark(ANSWER.multipliedBy(2)) ? EndMarks.ANSWERED : EndMarks.NOT_ANSWERED;
        log.info("the printer at {}: end marks {}", transport.describe(), endMarks);
      }
    } catch (IOException e) {
      lost(e);
      return new Result.NotSent(words(e));
    }
    try {
      transport.send(bytes, SENDING);
    } catch (Transport.SendException e) {
      lost(e);
      return e.partly() ? new Result.Doubtful(words(e)) : new Result.NotSent(words(e));
    }
    return answering ? confirm() : new Result.Printed("sent; this printer confirms nothing");
  }

  private Result confirm() {
    try {
      if (endMarks == EndMarks.ANSWERED) {
        return endMark(patience) ? new Result.Printed("") : unconfirmed();
      }
      PrinterStatus after = ask();
      return after.ready()
          ? new Result.Printed("sent; the printer was well afterwards")
          : new Result.Doubtful("after sending: " + words(after));
    } catch (IOException e) {
      lost(e);
      return new Result.Doubtful("the line broke before the slip was confirmed: " + words(e));
    }
  }

  private Result unconfirmed() throws IOException {
    PrinterStatus now = ask();
    // A late confirmation must not be taken for the next slip's: begin on a new line.
    transport.close();
    return new Result.Doubtful(
        "not confirmed within %d s: %s".formatted(patience.toSeconds(), words(now)));
  }

  /** Waits for the end mark, but no longer than a fault lets hope. */
  private boolean endMark(Duration within) throws IOException {
    drain();
    transport.send(EndMark.request(), SENDING);
    long end = System.nanoTime() + within.toNanos();
    while (System.nanoTime() < end) {
      OptionalInt b = transport.receive(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
      if (b.isPresent() && EndMark.isAnswer(b.getAsInt())) {
        return true;
      }
    }
    return false;
  }

  private PrinterStatus ask() throws IOException {
    if (!profile.status() || !transport.answers()) {
      return PrinterStatus.SILENT;
    }
    drain();
    int[] answers = new int[4];
    for (int n = 1; n <= 4; n++) {
      OptionalInt answer = askOne(n);
      if (answer.isEmpty()) {
        return PrinterStatus.SILENT;
      }
      answers[n - 1] = answer.getAsInt();
    }
    return PrinterStatus.of(answers[0], answers[1], answers[2], answers[3]);
  }

  private OptionalInt askOne(int n) throws IOException {
    transport.send(PrinterStatus.request(n), SENDING);
    long end = System.nanoTime() + ANSWER.toNanos();
    while (System.nanoTime() < end) {
      OptionalInt b = transport.receive(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
      if (b.isPresent() && PrinterStatus.isAnswer(b.getAsInt())) {
        return b;
      }
    }
    return OptionalInt.empty();
  }

  /** Throws away answers that came too late for their question. */
  private void drain() throws IOException {
    while (transport.receive(Duration.ZERO).isPresent()) {
      // Gone.
    }
  }

  private void lost(IOException e) {
    transport.close();
    endMarks = EndMarks.NOT_TRIED;
    if (!words(e).equals(lastProblem)) {
      log.warn("printer: {}", words(e));
      lastProblem = words(e);
    }
  }

  private static String words(PrinterStatus status) {
    if (status.paper() == Paper.OUT) {
      return "out of paper";
    }
    if (!status.faults().isEmpty()) {
      return String.join(", ", status.faults());
    }
    return status.equals(PrinterStatus.SILENT)
        ? "the printer is silent"
        : "the printer says it is well";
  }

  private static String words(IOException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  @Override
  public void close() {
    transport.close();
  }
}
