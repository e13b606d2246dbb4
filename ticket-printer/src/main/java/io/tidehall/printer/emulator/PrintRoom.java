package io.tidehall.printer.emulator;

import io.tidehall.printer.escpos.PrinterProfile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The inside of the emulator: commands wait in its memory, one thread puts them on paper while no
 * fault forbids it, and status is told at once from the faults as they are.
 */
final class PrintRoom implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PrintRoom.class);
  private static final int KEPT_SLIPS = 200;
  private static final int KEPT_ERRORS = 1000;
  private static final int MEMORY = 100_000;

  /** How much a slow printer waits after each movement of paper. */
  private static final long SLOW_MILLIS = 40;

  /** How long a late answer takes. */
  private static final long LATE_MILLIS = 700;

  /** A printer without a cutter: whoever feeds this far tears the slip off. */
  private static final int TORN_OFF = 100;

  private static final int FULL_ROLL = Integer.MAX_VALUE;

  private record Waiting(Command command, OutputStream answers) {}

  private final PrinterProfile profile;
  private final @Nullable Preview preview;
  private final PrintHead head;
  private final BlockingQueue<Waiting> memory = new LinkedBlockingQueue<>(MEMORY);
  private final Thread printer = Thread.ofPlatform().daemon().name("emulator").unstarted(this::run);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Unasked unasked = new Unasked();
  private final Set<Fault> faults = EnumSet.noneOf(Fault.class);
  private final Deque<EmulatedSlip> slips = new ArrayDeque<>();
  private final List<String> errors = new ArrayList<>();
  private int slipCount;
  private int paperLeft = FULL_ROLL;

  PrintRoom(PrinterProfile profile, @Nullable Preview preview) {
    this.profile = profile;
    this.preview = preview;
    this.head = new PrintHead(profile.paper(), this::error);
  }

  void start() {
    printer.start();
  }

  void take(Command command, OutputStream answers) throws InterruptedException {
    memory.put(new Waiting(command, answers));
  }

  void fault(Fault fault, boolean on) {
    lock.lock();
    try {
      if (on) {
        faults.add(fault);
      } else {
        faults.remove(fault);
        if (fault == Fault.PAPER_OUT) {
          paperLeft = FULL_ROLL;
        }
      }
      unasked.changed(faults);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  Set<Fault> faults() {
    lock.lock();
    try {
      return Set.copyOf(faults);
    } finally {
      lock.unlock();
    }
  }

  void paperLeft(int dots) {
    lock.lock();
    try {
      paperLeft = dots;
    } finally {
      lock.unlock();
    }
  }

  void status(int n, OutputStream out) throws IOException, InterruptedException {
    lock.lock();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(LATE_MILLIS);
      while (left > 0 && faults.contains(Fault.LATE)) {
        left = changed.awaitNanos(left);
      }
      if (!faults.contains(Fault.SILENT) && !faults.contains(Fault.NO_DLE_EOT)) {
        out.write(EmulatedStatus.answer(n, faults));
        out.flush();
      }
    } finally {
      lock.unlock();
    }
  }

  void connected(OutputStream connection) {
    lock.lock();
    try {
      unasked.connected(connection);
    } finally {
      lock.unlock();
    }
  }

  void gone(OutputStream connection) {
    lock.lock();
    try {
      unasked.gone(connection);
    } finally {
      lock.unlock();
    }
  }

  private void tellUnasked(int n) {
    lock.lock();
    try {
      unasked.want(n, faults);
    } finally {
      lock.unlock();
    }
  }

  private void reset() {
    head.reset();
    lock.lock();
    try {
      unasked.reset();
    } finally {
      lock.unlock();
    }
  }

  List<EmulatedSlip> slips() {
    lock.lock();
    try {
      return List.copyOf(slips);
    } finally {
      lock.unlock();
    }
  }

  int waiting() {
    return memory.size();
  }

  int slipCount() {
    lock.lock();
    try {
      return slipCount;
    } finally {
      lock.unlock();
    }
  }

  List<String> errors() {
    lock.lock();
    try {
      return List.copyOf(errors);
    } finally {
      lock.unlock();
    }
  }

  void error(String what) {
    log.warn("printer emulator: {}", what);
    lock.lock();
    try {
      if (errors.size() < KEPT_ERRORS) {
        errors.add(what);
      }
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      head.warmUp();
      while (true) {
        Waiting waiting = memory.take();
        ready();
        int before = head.position();
        print(waiting);
        used(Math.max(0, head.position() - before));
      }
    } catch (InterruptedException _) {
      // Switched off.
    }
  }

  private void ready() throws InterruptedException {
    lock.lock();
    try {
      while (faults.stream().anyMatch(Fault::stopsPrinting)) {
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  private void used(int dots) throws InterruptedException {
    lock.lock();
    try {
      if (paperLeft != FULL_ROLL) {
        paperLeft -= dots;
        if (paperLeft <= 0) {
          faults.add(Fault.PAPER_OUT);
          unasked.changed(faults);
        }
      }
      if (dots > 0 && faults.contains(Fault.SLOW)) {
        long left = TimeUnit.MILLISECONDS.toNanos(SLOW_MILLIS);
        while (left > 0 && faults.contains(Fault.SLOW)) {
          left = changed.awaitNanos(left);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private void print(Waiting waiting) {
    switch (waiting.command()) {
      case Command.Glyph(int c) -> head.character(c);
      case Command.LineFeed() -> head.feedLine();
      case Command.Reset() -> reset();
      case Command.AsciiLook(int wide, int high, boolean bold) -> {
        head.asciiLook(wide, high);
        head.bold(bold);
      }
      case Command.ChineseLook(int wide, int high) -> head.chineseLook(wide, high);
      case Command.Size(int wide, int high) -> head.size(wide, high);
      case Command.Bold(boolean on) -> head.bold(on);
      case Command.Alignment(var align) -> head.align(align);
      case Command.LineSpacing(int dots) -> head.spacing(dots);
      case Command.Feed(int dots) -> feed(dots);
      case Command.FeedLines(int lines) -> head.feedLines(lines);
      case Command.Picture(var dots) -> head.picture(dots);
      case Command.QrCode(String content, int module) -> qr(content, module);
      case Command.Cut(int feed) -> cut(feed);
      case Command.EndMarkRequest() -> endMark(waiting.answers());
      case Command.UnaskedStatus(int n) -> tellUnasked(n);
      case Command.StatusRequest _ -> throw new IllegalStateException("status is answered at once");
    }
  }

  private void feed(int dots) {
    head.feed(dots);
    if (!profile.cutter() && dots >= TORN_OFF) {
      done(head.cut(0));
    }
  }

  private void qr(String content, int module) {
    if (!profile.nativeQr()) {
      error("GS ( k came, but this printer cannot draw QR codes");
    } else if (content.isEmpty()) {
      error("GS ( k stored an empty QR code");
    } else {
      head.qr(content, module);
    }
  }

  private void cut(int feed) {
    if (profile.cutter()) {
      done(head.cut(feed));
    } else {
      error("GS V came, but this printer has no cutter");
    }
  }

  private void endMark(OutputStream answers) {
    lock.lock();
    try {
      if (!faults.contains(Fault.SILENT)) {
        answers.write(faults.contains(Fault.NEAR_END) ? 0x03 : 0x00);
        answers.flush();
      }
    } catch (IOException _) {
      // Whoever asked is gone.
    } finally {
      lock.unlock();
    }
  }

  private void done(EmulatedSlip slip) {
    if (preview != null) {
      try {
        preview.write(slip);
      } catch (IOException e) {
        log.warn("no preview of slip {}: {}", slip.number(), e.getMessage());
      }
    }
    lock.lock();
    try {
      slipCount++;
      slips.add(slip);
      if (slips.size() > KEPT_SLIPS) {
        slips.remove();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    printer.interrupt();
  }
}
