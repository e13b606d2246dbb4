package io.tidehall.server.writer;

import io.tidehall.hall.Decision;
import io.tidehall.hall.Entry;
import io.tidehall.hall.Hall;
import io.tidehall.hall.HallState;
import io.tidehall.hall.Request;
import io.tidehall.server.journal.Journal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hall's one writer. Requests wait in a bounded queue and are decided one by one on one thread;
 * while a commit is under way on the other, what is decided gathers for the next. Nothing is
 * announced or answered before its commit. A full queue refuses at once. A journal that fails stops
 * the writer for good: only a restart, which replays it, knows what was kept.
 */
public final class HallWriter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HallWriter.class);
  private static final int QUEUE = 10_000;
  private static final int BATCH = 256;
  private static final int REFUSALS_REMEMBERED = 4_096;

  /** The queue is full: try again. */
  public static final class BusyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BusyException() {
      super("Expected fewer than " + QUEUE + " requests waiting, but the queue is full: try again");
    }
  }

  /** The writer has stopped, by order or because the journal failed. */
  public static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoppedException(String message) {
      super(message);
    }
  }

  private sealed interface Job {
    record Ask(Request request, CompletableFuture<Answer> answer) implements Job {}

    record Stop() implements Job {}
  }

  private final Journal journal;
  private final InstantSource clock;
  private final Consumer<Throwable> onFatal;
  private final BlockingQueue<Job> queue = new ArrayBlockingQueue<>(QUEUE);
  private final List<Announcer> announcers = new CopyOnWriteArrayList<>();
  private final Map<String, Decision.Refused> refused = remembered();
  private final AtomicLong turnedAway = new AtomicLong();
  private final Thread deciding;
  private final Thread committing;
  private final Undurable undurable = new Undurable(BATCH);
  private volatile HallState state;
  private volatile boolean stopped;

  /**
   * Makes a writer that goes on from the journal's end.
   *
   * @param onFatal told once if the journal fails or the writer dies of a bug
   */
  public HallWriter(Journal journal, InstantSource clock, Consumer<Throwable> onFatal) {
    this(journal, replayed(journal), clock, onFatal);
  }

  /**
   * Makes a writer that goes on from a state.
   *
   * @param state the state after the journal's last entry
   */
  public HallWriter(
      Journal journal, HallState state, InstantSource clock, Consumer<Throwable> onFatal) {
    this.journal = journal;
    this.clock = clock;
    this.onFatal = onFatal;
    this.state = state;
    this.deciding = Thread.ofPlatform().name("hall-rules").unstarted(this::decideAll);
    this.committing = Thread.ofPlatform().name("hall-journal").unstarted(this::commitAll);
  }

  /** The state after every entry of a journal. */
  public static HallState replayed(Journal journal) {
    HallState[] replayed = {HallState.empty()};
    journal.replay(1, entry -> replayed[0] = Hall.apply(replayed[0], entry));
    return replayed[0];
  }

  public void start() {
    committing.start();
    deciding.start();
  }

  /** The newest durable state; immutable, free to read on any thread. */
  public HallState state() {
    return state;
  }

  /** Requests refused because the queue was full. */
  public long turnedAway() {
    return turnedAway.get();
  }

  public boolean running() {
    return deciding.isAlive() && committing.isAlive() && !stopped;
  }

  public void addAnnouncer(Announcer announcer) {
    announcers.add(announcer);
  }

  /**
   * Submits a request. The future completes on the journal's thread: hand over anything slow. It
   * fails with {@link BusyException} or {@link StoppedException}.
   */
  public CompletableFuture<Answer> submit(Request request) {
    var answer = new CompletableFuture<Answer>();
    if (stopped) {
      answer.completeExceptionally(gone());
    } else if (!queue.offer(new Job.Ask(request, answer))) {
      turnedAway.incrementAndGet();
      answer.completeExceptionally(new BusyException());
    } else if (stopped) {
      refuseRest();
    }
    return answer;
  }

  /** Finishes what has been submitted, then stops. */
  @Override
  public void close() {
    if (committing.isAlive()) {
      try {
        queue.put(new Job.Stop());
        deciding.join();
        committing.join();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
    stopped = true;
    refuseRest();
  }

  private void decideAll() {
    Deque<Job> jobs = new ArrayDeque<>();
    try {
      HallState newest = state;
      while (!stopped) {
        jobs.add(queue.take());
        queue.drainTo(jobs, BATCH - 1);
        while (!jobs.isEmpty()) {
          if (!(jobs.element() instanceof Job.Ask ask)) {
            return;
          }
          newest = decide(newest, ask);
          jobs.remove();
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      fail(e);
    } finally {
      // What was taken and not decided is refused like the rest; what was decided is kept.
      jobs.forEach(HallWriter::refuse);
      undurable.end();
    }
  }

  private void commitAll() {
    Undurable.Batch batch = Undurable.NOTHING;
    try {
      batch = undurable.take();
      while (!batch.isEmpty()) {
        commit(batch);
        batch = undurable.take();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      batch.fail(gone());
      fail(e);
    } finally {
      stopped = true;
      undurable.abandon().fail(gone());
      refuseRest();
      // Nothing is left in the queue and nothing comes: this only wakes the other thread.
      queue.offer(new Job.Stop());
    }
  }

  private void commit(Undurable.Batch batch) {
    if (!batch.lines().isEmpty()) {
      journal.appendLines(batch.lines());
      HallState durable = batch.last();
      state = durable;
      List<Entry> entries = batch.lines().stream().map(Journal.Line::entry).toList();
      for (Announcer announcer : announcers) {
        tell(announcer, durable, entries);
      }
    }
    batch.answer();
  }

  private void fail(Throwable fault) {
    LOG.error("the writer stopped, nothing more is accepted: restart the controller", fault);
    stopped = true;
    onFatal.accept(fault);
  }

  private HallState decide(HallState before, Job.Ask ask) throws InterruptedException {
    Request request = ask.request();
    Instant at = Hall.at(before, clock.instant());
    HallState after = before;
    Journal.Line line = null;
    Undurable.Reply reply;
    try {
      Decision known = refused.get(request.id());
      Hall.Step step =
          known != null ? new Hall.Step(known, null, before) : Hall.step(before, request, at);
      Decision decision = step.decision();
      if (decision instanceof Decision.Refused no) {
        refused.put(request.id(), no);
      }
      Entry entry = step.entry();
      // Its text is found here, so that the other thread has only the disk to wait for.
      line = entry == null ? null : Journal.Line.of(entry);
      after = step.after();
      reply = new Undurable.Reply(ask.answer(), new Answer(decision, at, after), null);
    } catch (RuntimeException e) {
      LOG.error("a bug failed request {} of {}: {}", request.id(), request.actor(), request, e);
      line = null;
      after = before;
      reply = new Undurable.Reply(ask.answer(), null, e);
    }
    undurable.add(after, line, reply);
    return after;
  }

  private static void tell(Announcer announcer, HallState state, List<Entry> entries) {
    try {
      announcer.announce(state, entries);
    } catch (RuntimeException e) {
      LOG.error("an announcer failed at entry {}", state.seq(), e);
    }
  }

  private void refuseRest() {
    List<Job> rest = new ArrayList<>();
    queue.drainTo(rest);
    rest.forEach(HallWriter::refuse);
  }

  private static void refuse(Job job) {
    if (job instanceof Job.Ask ask) {
      ask.answer().completeExceptionally(gone());
    }
  }

  static StoppedException gone() {
    return new StoppedException(
        "Expected a running controller, but its writer has stopped: restart it");
  }

  private static Map<String, Decision.Refused> remembered() {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, Decision.Refused> eldest) {
        return size() > REFUSALS_REMEMBERED;
      }
    };
  }
}
