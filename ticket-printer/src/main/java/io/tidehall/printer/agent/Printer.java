package io.tidehall.printer.agent;

import io.tidehall.printer.escpos.AutomaticStatus;
import io.tidehall.printer.escpos.EndMark;
import io.tidehall.printer.escpos.PrinterProfile;
import io.tidehall.printer.escpos.PrinterStatus;
import io.tidehall.printer.transport.Transport;
import io.tidehall.protocol.DeviceStatus.Paper;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One printer at the end of its transport: asks how it is, sends slips, and finds out whether they
 * came out. It learns by trying which questions the printer answers. Used by one thread.
 */
final class Printer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Printer.class);
  private static final Duration ANSWER = Duration.ofMillis(500);

  /** How long a printer may take that answers late, or has answered before. */
  private static final Duration LATE = Duration.ofSeconds(2);

  /** How often it is asked how it is while a slip comes out. */
  private static final Duration LOOK = Duration.ofSeconds(2);

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

  /** Of the connection that is open, or null. */
  private @Nullable Answers connection;

  /** Once a printer has told anything unasked, on any connection, its silence is a fault, too. */
  private boolean hasTold;

  /** Once a printer has answered, its silence is a fault: it may be out of paper. */
  private boolean hasAnswered;

  private boolean silent;
  private String lastProblem = "";

  /**
   * @param patience how long a slip may take from the last byte sent to lying there
   */
  Printer(Transport transport, PrinterProfile profile, Duration patience) {
    this.transport = transport;
    this.profile = profile;
    this.patience = patience;
  }

  /**
   * Asks how the printer is; a printer that cannot be reached is a status, too.
   *
   * @param meanwhile is told what stops the printer, should it be known before the last answer
   */
  PrinterStatus status(Consumer<PrinterStatus> meanwhile) {
    try {
      PrinterStatus status = asked(open(), meanwhile);
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

  /**
   * Prints; to be called only when {@link #status} was ready.
   *
   * @param meanwhile is told how the printer is while the slip comes out
   */
  Result print(byte[] bytes, boolean answering, Consumer<PrinterStatus> meanwhile) {
    Answers from;
    try {
      from = open();
      if (answering && endMarks == EndMarks.NOT_TRIED) {
        endMarks = endMark(from, LATE, _ -> {}) ? EndMarks.ANSWERED : EndMarks.NOT_ANSWERED;
        log.info("the printer at {}: end marks {}", transport.describe(), endMarks);
      }
    } catch (IOException e) {
      lost(e);
      return new Result.NotSent(words(e));
    }
    try {
      // Only to who has shown that it knows the command: it would be on every slip of others.
      boolean tells = from.last().isPresent();
      transport.send(tells ? AutomaticStatus.through(bytes) : bytes, SENDING);
    } catch (Transport.SendException e) {
      lost(e);
      return e.partly() ? new Result.Doubtful(words(e)) : new Result.NotSent(words(e));
    }
    return answering
        ? confirm(from, meanwhile)
        : new Result.Printed("sent; this printer confirms nothing");
  }

  private Result confirm(Answers from, Consumer<PrinterStatus> meanwhile) {
    try {
      if (endMarks == EndMarks.ANSWERED) {
        return endMark(from, patience, meanwhile)
            ? new Result.Printed("")
            : unconfirmed(from, meanwhile);
      }
      PrinterStatus after = ask(from, meanwhile);
      return after.ready()
          ? new Result.Printed("sent; the printer was well afterwards")
          : new Result.Doubtful("after sending: " + words(after));
    } catch (IOException e) {
      lost(e);
      return new Result.Doubtful("the line broke before the slip was confirmed: " + words(e));
    }
  }

  private Result unconfirmed(Answers from, Consumer<PrinterStatus> meanwhile) throws IOException {
    PrinterStatus now = ask(from, meanwhile);
    // A late confirmation must not be taken for the next slip's: begin on a new line.
    hangUp();
    return new Result.Doubtful(
        "not confirmed within %d s: %s".formatted(patience.toSeconds(), words(now)));
  }

  /** Waits for the end mark, and tells now and then how the printer is meanwhile. */
  private boolean endMark(Answers from, Duration within, Consumer<PrinterStatus> meanwhile)
      throws IOException {
    from.drain();
    transport.send(EndMark.request(), SENDING);
    long end = System.nanoTime() + within.toNanos();
    long look = System.nanoTime() + LOOK.toNanos();
    int[] answers = new int[4];
    int asked = 0;
    while (System.nanoTime() < end) {
      long until = Math.min(end, look);
      OptionalInt b = from.next(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
      from.news().ifPresent(meanwhile);
      if (b.isPresent() && EndMark.isAnswer(b.getAsInt())) {
        return true;
      }
      if (b.isPresent() && asked > 0 && PrinterStatus.isAnswer(b.getAsInt())) {
        answers[asked - 1] = b.getAsInt();
        asked = asked == 4 ? told(answers, meanwhile) : askNext(asked);
      } else if (System.nanoTime() >= look) {
        asked = askNext(0);
        look = System.nanoTime() + LOOK.toNanos();
      }
    }
    return false;
  }

  private int askNext(int asked) throws IOException {
    transport.send(PrinterStatus.request(asked + 1), SENDING);
    return asked + 1;
  }

  private static int told(int[] answers, Consumer<PrinterStatus> meanwhile) {
    meanwhile.accept(PrinterStatus.of(answers[0], answers[1], answers[2], answers[3]));
    return 0;
  }

  /** What it told unasked is enough to stop for; that all is well it is asked for. */
  private PrinterStatus asked(Answers from, Consumer<PrinterStatus> meanwhile) throws IOException {
    from.drain();
    Optional<PrinterStatus> before = from.news().filter(told -> !told.ready());
    if (before.isPresent()) {
      return before.get();
    }
    long tellings = from.tellings();
    PrinterStatus answered = ask(from, meanwhile);
    return from.tellings() == tellings
        ? answered
        : from.last().filter(told -> !told.ready()).orElse(answered);
  }

  private PrinterStatus ask(Answers from, Consumer<PrinterStatus> meanwhile) throws IOException {
    if (!profile.status() || !transport.answers()) {
      return PrinterStatus.SILENT;
    }
    from.drain();
    int[] answers = new int[4];
    for (int n = 1; n <= 4; n++) {
      OptionalInt answer = askOne(from, n, silent ? ANSWER : LATE, meanwhile);
      if (answer.isEmpty()) {
        return noAnswer(from);
      }
      answers[n - 1] = answer.getAsInt();
    }
    hasAnswered = true;
    silent = false;
    return PrinterStatus.of(answers[0], answers[1], answers[2], answers[3]);
  }

  /** Nothing forbids printing on a printer that never answers; one that did has a fault. */
  private PrinterStatus noAnswer(Answers from) throws IOException {
    Optional<PrinterStatus> told = from.last();
    if (told.isPresent() && (!hasAnswered || !told.get().ready())) {
      silent = !hasAnswered;
      hasTold = true;
      return told.get();
    }
    if (hasAnswered || hasTold) {
      throw new IOException(
          "expected an answer from %s within %d s, as it gave before, but none came"
              .formatted(transport.describe(), LATE.toSeconds()));
    }
    silent = true;
    return PrinterStatus.SILENT;
  }

  private OptionalInt askOne(
      Answers from, int n, Duration within, Consumer<PrinterStatus> meanwhile) throws IOException {
    transport.send(PrinterStatus.request(n), SENDING);
    long end = System.nanoTime() + within.toNanos();
    while (System.nanoTime() < end) {
      OptionalInt b = from.next(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
      from.news().filter(told -> !told.ready()).ifPresent(meanwhile);
      if (b.isPresent() && PrinterStatus.isAnswer(b.getAsInt())) {
        return b;
      }
    }
    return OptionalInt.empty();
  }

  /** Connects where nothing is; a printer that was just reached is asked to tell what changes. */
  private Answers open() throws IOException {
    transport.open();
    Answers from = connection;
    if (from == null) {
      from = new Answers(transport);
      connection = from;
      if (profile.unasked() && transport.answers()) {
        // Behind whatever still waits in a printer that has stopped: it comes when that is over.
        transport.send(AutomaticStatus.request(), SENDING);
        silent &= !hasTold;
      }
    }
    return from;
  }

  private void hangUp() {
    transport.close();
    connection = null;
  }

  private void lost(IOException e) {
    hangUp();
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
    hangUp();
  }
}
