package io.tidehall.server.writer;

import io.tidehall.hall.Decision;
import io.tidehall.hall.Entry;
import io.tidehall.hall.Hall;
import io.tidehall.hall.HallState;
import io.tidehall.hall.Request;
import io.tidehall.server.journal.Journal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
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
 * The hall's one writer. Requests wait in a bounded queue; what waits together is decided one by
 * one and journalled in one commit. Nothing is announced or answered before that commit. A full
 * queue refuses at once. A journal that fails stops the writer for good: only a restart, which
 * replays it, knows what was kept.
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
  private final Thread thread;
  private volatile HallState state;
  private volatile boolean stopped;

  /**
   * Makes a writer that goes on from the journal's end.
   *
   * @param onFatal told once if the journal fails or the writer dies of a bug
   */
  public HallWriter(Journal journal, InstantSource clock, Consumer<Throwable> onFatal) {
    this.journal = journal;
    this.clock = clock;
    this.onFatal = onFatal;
    this.state = replayed(journal);
    this.thread = Thread.ofPlatform().name("hall-writer").unstarted(this::run);
  }

  /** The state after every entry of a journal. */
  public static HallState replayed(Journal journal) {
    HallState[] replayed = {HallState.empty()};
    journal.replay(1, entry -> replayed[0] = Hall.apply(replayed[0], entry));
    return replayed[0];
  }

  public void start() {
    thread.start();
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
    return thread.isAlive() && !stopped;
  }

  public void addAnnouncer(Announcer announcer) {
    announcers.add(announcer);
  }

  /**
   * Submits a request. The future completes on the writer's thread: hand over anything slow. It
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
    if (thread.isAlive()) {
      try {
        queue.put(new Job.Stop());
        thread.join();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
    stopped = true;
    refuseRest();
  }

  private void run() {
    List<Job> jobs = new ArrayList<>();
    try {
      while (true) {
        jobs.add(queue.take());
        queue.drainTo(jobs, BATCH - 1);
        if (!write(jobs)) {
          return;
        }
        jobs.clear();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      LOG.error("the writer stopped, nothing more is accepted: restart the controller", e);
      stopped = true;
      for (Job job : jobs) {
        if (job instanceof Job.Ask ask) {
          ask.answer().completeExceptionally(gone());
        }
      }
      onFatal.accept(e);
    } finally {
      stopped = true;
      refuseRest();
    }
  }

  /** Decides and journals a batch; false when told to stop. */
  private boolean write(List<Job> jobs) {
    HallState next = state;
    List<Entry> entries = new ArrayList<>();
    List<Runnable> answers = new ArrayList<>();
    boolean goOn = true;
    for (Job job : jobs) {
      switch (job) {
        case Job.Stop _ -> goOn = false;
        case Job.Ask ask -> next = decide(next, ask, entries, answers);
      }
    }
    if (!entries.isEmpty()) {
      journal.append(entries);
      state = next;
      for (Announcer announcer : announcers) {
        tell(announcer, next, entries);
      }
    }
    answers.forEach(Runnable::run);
    return goOn;
  }

  private HallState decide(
      HallState before, Job.Ask ask, List<Entry> entries, List<Runnable> answers) {
    Request request = ask.request();
    Instant at = Hall.at(before, clock.instant());
    try {
      Decision known = refused.get(request.id());
      Decision decision = known != null ? known : Hall.decide(before, request, at);
      HallState after = before;
      switch (decision) {
        case Decision.Accepted accepted
            when !accepted.repeated() && !accepted.events().isEmpty() -> {
          var entry =
              new Entry(before.seq() + 1, at, request.id(), request.actor(), accepted.events());
          after = Hall.apply(before, entry);
          entries.add(entry);
        }
        case Decision.Accepted _ -> {}
        case Decision.Refused no -> refused.put(request.id(), no);
      }
      var answer = new Answer(decision, at, after);
      answers.add(() -> ask.answer().complete(answer));
      return after;
    } catch (RuntimeException e) {
      LOG.error("a bug failed request {} of {}: {}", request.id(), request.actor(), request, e);
      answers.add(() -> ask.answer().completeExceptionally(e));
      return before;
    }
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
    for (Job job : rest) {
      if (job instanceof Job.Ask ask) {
        ask.answer().completeExceptionally(gone());
      }
    }
  }

  private static StoppedException gone() {
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
