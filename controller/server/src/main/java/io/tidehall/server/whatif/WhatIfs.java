package io.tidehall.server.whatif;

import io.tidehall.hall.HallState;
import io.tidehall.protocol.Text;
import io.tidehall.server.forecast.Speeds;
import io.tidehall.server.readmodel.Histories;
import io.tidehall.server.readmodel.ReadModel;
import io.tidehall.server.readmodel.RecordedDay;
import io.tidehall.server.readmodel.RecordedDays;
import io.tidehall.server.readmodel.ServiceLog;
import io.tidehall.simulator.forecast.Calibration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what-if questions one at a time, on a thread of its own that neither the writer nor a
 * request waits for. The last job and its answer are kept until the next. Any thread may ask.
 */
public final class WhatIfs implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WhatIfs.class);
  private static final int STOP_SECONDS = 10;
  private static final int DONE = 100;

  private final ReadModel model;
  private final Supplier<HallState> hall;
  private final Executor thread;
  private @Nullable Job latest;

  /**
   * Makes the place for questions.
   *
   * @param hall how the hall stands: its lines and windows
   */
  public WhatIfs(ReadModel model, Supplier<HallState> hall) {
    this(
        model,
        hall,
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("what-if").daemon().priority(Thread.MIN_PRIORITY).factory()));
  }

  WhatIfs(ReadModel model, Supplier<HallState> hall, Executor thread) {
    this.model = model;
    this.hall = hall;
    this.thread = thread;
  }

  /** How far a job is. */
  public enum State {
    RUNNING,
    DONE,
    CANCELLED,
    FAILED
  }

  /**
   * A question and what has become of it.
   *
   * @param percent done
   * @param answer when it is {@link State#DONE}
   * @param problem why it has failed, in words
   */
  public record Job(
      String id,
      State state,
      int percent,
      Question question,
      @Nullable Answer answer,
      @Nullable Text problem) {
    private Job at(int done) {
      return new Job(id, state, done, question, null, null);
    }

    private Job ended(State how, @Nullable Answer its, @Nullable Text why) {
      return new Job(id, how, how == State.DONE ? DONE : percent, question, its, why);
    }
  }

  /** What became of a question that was asked. */
  public sealed interface Asked {}

  /** It is being answered. */
  public record Started(Job job) implements Asked {}

  /** It is not: {@code code} for programs, {@code words} for people. */
  public record Refused(String code, Text words, String detail) implements Asked {
    /** There is no such day. */
    public static final String NO_SUCH_DAY = "NO_SUCH_DAY";

    /** Another question is being answered. */
    public static final String RUNNING = "WHAT_IF_RUNNING";
  }

  /** The past days that can be asked about, the latest first. */
  public List<RecordedDay.Past> days() {
    return RecordedDays.past(model);
  }

  /** The last question that was asked. */
  public synchronized Optional<Job> latest() {
    return Optional.ofNullable(latest);
  }

  /** A question by its id, while it is the last. */
  public synchronized Optional<Job> find(String id) {
    return latest().filter(it -> it.id().equals(id));
  }

  /** Begins to answer a question. */
  public Asked ask(Question question) {
    if (question.day() == null
        || days().stream().noneMatch(it -> it.day().equals(question.day()))) {
      return new Refused(
          Refused.NO_SUCH_DAY,
          Text.of("这一天没有可推演的记录", "There are no records of that day to replay"),
          "Expected a day that is over and had calls, but it is " + question.day());
    }
    HallState state = hall.get();
    Optional<Refused> problem = Questions.problem(question, state);
    if (problem.isPresent()) {
      return problem.get();
    }
    Job job = new Job(UUID.randomUUID().toString(), State.RUNNING, 0, question, null, null);
    synchronized (this) {
      if (latest != null && latest.state() == State.RUNNING) {
        return new Refused(
            Refused.RUNNING,
            Text.of("另一个推演正在进行", "Another what-if is being worked out"),
            "Expected no job, but %s is at %d %%".formatted(latest.id(), latest.percent()));
      }
      latest = job;
    }
    thread.execute(() -> answer(job, state));
    return new Started(job);
  }

  /** Ends a job; one that has ended stays as it is. Empty for one that is not known. */
  public synchronized Optional<Job> cancel(String id) {
    return find(id)
        .map(it -> it.state() == State.RUNNING ? keep(it.ended(State.CANCELLED, null, null)) : it);
  }

  @Override
  public void close() {
    latest().ifPresent(it -> cancel(it.id()));
    if (thread instanceof ExecutorService service) {
      service.shutdown();
      try {
        if (!service.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
          LOG.warn("a what-if was still being worked out at the stop");
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void answer(Job job, HallState state) {
    try {
      at(job, 0);
      Question question = job.question();
      RecordedDay day = RecordedDays.read(model, question.day(), state.plan());
      var history =
          Histories.read(model, question.day(), Calibration.DAYS, ZoneId.of(state.plan().zone()));
      var speeds = Speeds.of(state, ServiceLog.read(model, question.day(), Calibration.DAYS));
      Answer answer = Replay.of(state, day, history, speeds, question, percent -> at(job, percent));
      end(job, State.DONE, answer, null);
    } catch (CancellationException _) {
      // nobody waits for it any more
    } catch (RuntimeException e) {
      LOG.error("the what-if for {} failed", job.question(), e);
      end(
          job,
          State.FAILED,
          null,
          Text.of("推演失败，请看控制器日志", "The what-if failed; see the controller's log"));
    }
  }

  private synchronized void at(Job job, int percent) {
    Job now = running(job);
    if (now.percent() != percent) {
      keep(now.at(percent));
    }
  }

  private synchronized void end(
      Job job, State how, @Nullable Answer answer, @Nullable Text problem) {
    keep(running(job).ended(how, answer, problem));
  }

  /** A job as it stands, unless it was ended from outside. */
  private Job running(Job job) {
    return find(job.id())
        .filter(it -> it.state() == State.RUNNING)
        .orElseThrow(() -> new CancellationException(job.id()));
  }

  private Job keep(Job next) {
    latest = next;
    return next;
  }
}
