package io.tidehall.printer.agent;

import io.tidehall.link.DeviceSession;
import io.tidehall.printer.escpos.EscPosEncoder;
import io.tidehall.printer.escpos.PaperLength;
import io.tidehall.printer.escpos.PrinterProfile;
import io.tidehall.printer.escpos.PrinterStatus;
import io.tidehall.printer.slip.PrintOp;
import io.tidehall.printer.slip.SlipLayout;
import io.tidehall.printer.transport.Transport;
import io.tidehall.protocol.Act.ReportPrint;
import io.tidehall.protocol.Act.ReportPrint.Outcome;
import io.tidehall.protocol.DeviceSetup;
import io.tidehall.protocol.DeviceStatus.Paper;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.PrintJob;
import io.tidehall.protocol.Slip;
import io.tidehall.protocol.Text;
import io.tidehall.protocol.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prints the hall's jobs in order, each at most once, and tells the hall what became of each and
 * how the printer is. A job that may or may not be on paper is reported {@code UNKNOWN} and left to
 * people. Jobs only queue on the link's thread; all else happens on a thread of the agent's own.
 */
public final class PrinterAgent implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PrinterAgent.class);

  /** More than any hall prints in an hour; beyond it the hall's own repeats bring them again. */
  private static final int QUEUE = 2_000;

  private static final int WARM_UP = 10;
  private static final int LONGEST_DETAIL = 200;
  private static final String TEMPLATE_REFUSED = "template-refused";
  private static final String UNRECORDED = "job-record-unwritable";
  private static final Duration STOPPING = Duration.ofSeconds(5);

  /**
   * The agent's measures of time.
   *
   * @param poll how often the printer is asked how it is
   * @param patience how long a slip may take to come out before it is doubtful
   */
  public record Pace(Duration poll, Duration patience) {
    public static final Pace USUAL = new Pace(Duration.ofSeconds(2), Duration.ofSeconds(15));
  }

  /**
   * What a hall chooses.
   *
   * @param rollMetres the length of a full paper roll; 0 when nothing is to be estimated by it
   * @param template the file of its own template of slips, or null for the shipped one
   */
  public record Setting(int rollMetres, @Nullable Path template) {
    public static final Setting USUAL = new Setting(0, null);
  }

  private final DeviceSession session;
  private final String device;
  private final PrinterProfile profile;
  private final Printer printer;
  private final JobRecord record;
  private final PaperRoll roll;
  private final TemplateFile template;
  private final Lateness lateness;
  private final Pace pace;
  private final BlockingQueue<PrintJob> queue = new LinkedBlockingQueue<>(QUEUE);
  private final Set<String> queued = new HashSet<>();
  private final Thread thread = Thread.ofPlatform().name("printer-agent").unstarted(this::run);
  private boolean recording = true;
  private int doubts;
  private final CountDownLatch stop = new CountDownLatch(1);

  /**
   * Opens the durable record in {@code folder}; nothing is printed before {@link #open}.
   *
   * @param setting what the hall chooses
   * @throws IOException when the folder is in use by another agent or cannot be written
   */
  public PrinterAgent(
      DeviceSession session,
      String device,
      PrinterProfile profile,
      Transport transport,
      Path folder,
      Setting setting,
      Pace pace)
      throws IOException {
    this.session = session;
    this.device = device;
    this.profile = profile;
    this.printer = new Printer(transport, profile, pace.patience());
    this.pace = pace;
    this.record = JobRecord.open(folder);
    this.roll = new PaperRoll(folder, setting.rollMetres());
    this.template = new TemplateFile(setting.template(), folder);
    this.lateness = new Lateness(session);
  }

  /** Reports what a crash left in doubt, then prints what the hall sends. */
  public void open() {
    thread.start();
    session.watch(Topics.job(device), PrintJob.class, this::take);
    session.watch(Topics.setup(device), DeviceSetup.class, it -> roll.told(it.rollSince()));
  }

  /** On the link's thread: never waits. */
  private void take(PrintJob job) {
    synchronized (queued) {
      if (!queued.add(job.id())) {
        return;
      }
    }
    if (!queue.offer(job)) {
      forget(job);
      log.warn("{} jobs wait already; {} is left to the hall's next repeat", QUEUE, job.id());
    }
  }

  private void forget(PrintJob job) {
    synchronized (queued) {
      queued.remove(job.id());
    }
  }

  private void run() {
    try {
      settleUnfinished();
      quietLook();
      warmUp();
      @Nullable PrintJob current = null;
      while (!stopping()) {
        if (current == null) {
          current = queue.poll(pace.poll().toMillis(), TimeUnit.MILLISECONDS);
        }
        if (current == null) {
          quietLook();
        } else if (handledOrFailed(current)) {
          forget(current);
          current = null;
        } else {
          pause();
        }
      }
    } catch (InterruptedException _) {
      // Stopped; whatever is queued comes again from the hall.
    } finally {
      printer.close();
    }
  }

  /** The first citizen of the day should not wait for classes and fonts to load. */
  private void warmUp() {
    var page =
        new Slip(
            Slip.Purpose.TEST_PAGE,
            Language.ZH,
            Text.zh("潮厅"),
            null,
            LocalDateTime.of(2000, 1, 1, 0, 0),
            null,
            List.of());
    for (int round = 0; round < WARM_UP && queue.isEmpty() && !stopping(); round++) {
      EscPosEncoder.encode(SlipLayout.lay(page, profile.paper()), profile);
    }
  }

  private void quietLook() {
    try {
      look();
    } catch (RuntimeException e) {
      log.error("a defect while asking the printer how it is", e);
    }
  }

  /** The boundary for defects: the job they befall ends, the jobs behind it go on. */
  private boolean handledOrFailed(PrintJob job) {
    try {
      return handled(job);
    } catch (RuntimeException e) {
      log.error("a defect while printing job {}", job.id(), e);
      boolean begun = record.unfinished().contains(job.id());
      end(job.id(), begun ? Outcome.UNKNOWN : Outcome.FAILED, String.valueOf(e.getMessage()));
      return true;
    }
  }

  /** Jobs begun before a crash: only people can see whether their slips came out. */
  private void settleUnfinished() {
    for (String job : record.unfinished()) {
      end(job, Outcome.UNKNOWN, "the printer agent stopped while the slip was printing");
    }
  }

  /** Does what can be done for a job now; false when it must wait. */
  private boolean handled(PrintJob job) {
    Optional<JobRecord.End> before = record.end(job.id());
    if (before.isPresent()) {
      report(job.id(), before.get());
      return true;
    }
    PrinterStatus status = look();
    if (!status.ready()) {
      return false;
    }
    if (lateness.late(job)) {
      end(job.id(), Outcome.FAILED, lateness.words(job));
      return true;
    }
    List<PrintOp> ops = SlipLayout.lay(job.slip(), profile.paper(), template.now());
    return printed(job, ops, status.paper() != Paper.UNKNOWN);
  }

  private boolean printed(PrintJob job, List<PrintOp> ops, boolean answering) {
    byte[] bytes = EscPosEncoder.encode(ops, profile);
    try {
      record.started(job.id());
      recording = true;
    } catch (IOException e) {
      log.error("{} waits: nothing is printed unrecorded: {}", job.id(), e.getMessage());
      recording = false;
      return false;
    }
    Printer.Result result = printer.print(bytes, answering, this::tell);
    if (!(result instanceof Printer.Result.NotSent)) {
      // Before its end is told: whoever hears of it may put in a new roll at once.
      roll.printed(PaperLength.millimetres(ops));
    }
    switch (result) {
      case Printer.Result.Printed(String note) -> end(job.id(), Outcome.PRINTED, note);
      case Printer.Result.Doubtful(String why) -> end(job.id(), Outcome.UNKNOWN, why);
      case Printer.Result.NotSent(String why) -> {
        log.info("{} waits: {}", job.id(), why);
        notStarted(job.id());
        return false;
      }
    }
    look();
    return true;
  }

  private void notStarted(String job) {
    try {
      record.notStarted(job);
    } catch (IOException e) {
      log.error("the record of {} is behind: {}", job, e.getMessage());
    }
  }

  private void end(String job, Outcome outcome, String detail) {
    if (outcome == Outcome.UNKNOWN) {
      session.doubts(++doubts);
    }
    var end = new JobRecord.End(outcome, shortened(detail));
    try {
      record.ended(job, end);
    } catch (IOException e) {
      log.error(
          "after a restart {} will be in doubt, its end is not recorded: {}", job, e.getMessage());
    }
    if (outcome != Outcome.PRINTED) {
      log.warn("job {}: {} ({})", job, outcome, detail);
    }
    report(job, end);
  }

  private void report(String job, JobRecord.End end) {
    var _ =
        session
            .ask(new ReportPrint(job, end.outcome(), end.detail()))
            .whenComplete((reply, problem) -> told(job, reply, problem));
  }

  private static void told(
      String job, HallAnswer.@Nullable Reply reply, @Nullable Throwable problem) {
    if (problem != null) {
      log.warn("the end of job {} was not told: {}", job, problem.getMessage());
    } else if (reply instanceof HallAnswer.Refused(String code, Text because)) {
      log.warn("the hall does not take the end of job {}: {} {}", job, code, because.en());
    }
  }

  private PrinterStatus look() {
    var _ = template.now();
    PrinterStatus status = printer.status(this::tell);
    tell(status);
    return status;
  }

  private void tell(PrinterStatus status) {
    roll.seen(status.paper(), status.faults().contains(PrinterStatus.COVER_OPEN));
    List<String> faults = new ArrayList<>(status.all());
    if (!recording) {
      faults.add(UNRECORDED);
    }
    if (template.refused()) {
      faults.add(TEMPLATE_REFUSED);
    }
    session.roll(roll.figures());
    session.report(counted(status), faults);
  }

  /** The paper as the printer says it, or as it should be by what was printed. */
  private Paper counted(PrinterStatus status) {
    boolean may = status.paper() == Paper.OK || status.equals(PrinterStatus.SILENT);
    return may && roll.nearEnd() ? Paper.NEAR_END : status.paper();
  }

  private static String shortened(String detail) {
    String line = detail.replaceAll("\\p{Cntrl}", " ");
    return line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL - 1) + "…";
  }

  private void pause() throws InterruptedException {
    var _ = stop.await(pace.poll().toMillis(), TimeUnit.MILLISECONDS);
  }

  private boolean stopping() {
    return stop.getCount() == 0;
  }

  /** Lets the slip that is printing come out, then stops. */
  @Override
  public void close() {
    stop.countDown();
    try {
      if (thread.isAlive() && !thread.join(pace.patience().plus(STOPPING))) {
        thread.interrupt();
      }
      record.close();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      log.warn("closing the record of jobs: {}", e.getMessage());
    }
  }
}
