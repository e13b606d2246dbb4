package io.tidehall.server.writer;

import io.tidehall.hall.HallState;
import io.tidehall.server.journal.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What has been decided and is not durable yet, in order. One thread adds, another takes all there
 * is; a full store makes the adding thread wait.
 */
final class Undurable {
  /** What is taken after the end. */
  static final Batch NOTHING = new Batch(HallState.empty(), List.of(), List.of());

  private final int limit;
  private HallState last = NOTHING.last();
  private List<Journal.Line> lines = new ArrayList<>();
  private List<Reply> replies = new ArrayList<>();
  private boolean ended;
  private boolean abandoned;

  Undurable(int limit) {
    this.limit = limit;
  }

  /**
   * An answer with the one it is for.
   *
   * @param failed the bug there is instead of an answer, or null
   */
  record Reply(
      CompletableFuture<Answer> future, @Nullable Answer answer, @Nullable Throwable failed) {}

  /**
   * What was decided together.
   *
   * @param last the state after all of it
   */
  record Batch(HallState last, List<Journal.Line> lines, List<Reply> replies) {
    boolean isEmpty() {
      return replies.isEmpty();
    }

    void answer() {
      for (Reply reply : replies) {
        if (reply.failed() != null) {
          reply.future().completeExceptionally(reply.failed());
        } else {
          reply.future().complete(reply.answer());
        }
      }
    }

    void fail(Throwable because) {
      replies.forEach(reply -> reply.future().completeExceptionally(because));
    }
  }

  /** Adds one decided request; its line is null when it changed nothing. */
  synchronized void add(HallState after, Journal.@Nullable Line line, Reply reply)
      throws InterruptedException {
    while (replies.size() >= limit && !abandoned) {
      wait();
    }
    last = after;
    if (line != null) {
      lines.add(line);
    }
    replies.add(reply);
    notifyAll();
    if (abandoned) {
      abandon().fail(HallWriter.gone());
    }
  }

  /** Waits for something, and takes all of it; {@link #NOTHING} after the end. */
  synchronized Batch take() throws InterruptedException {
    while (replies.isEmpty() && !ended) {
      wait();
    }
    return taken();
  }

  /** Nothing is added from now on. */
  synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** Nobody takes anything from now on. */
  synchronized Batch abandon() {
    abandoned = true;
    notifyAll();
    return taken();
  }

  private Batch taken() {
    var batch = new Batch(last, lines, replies);
    lines = new ArrayList<>();
    replies = new ArrayList<>();
    notifyAll();
    return batch;
  }
}
