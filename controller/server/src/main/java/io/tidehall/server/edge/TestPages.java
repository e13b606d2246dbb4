package io.tidehall.server.edge;

import io.tidehall.hall.Command.SlipEnd;
import io.tidehall.hall.Decision;
import io.tidehall.hall.Entry;
import io.tidehall.hall.Event;
import io.tidehall.hall.HallState;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.server.view.Words;
import io.tidehall.server.writer.Announcer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Whoever asks for a test page is answered when its printer has told what became of it: a page that
 * was sent is not a page that came out. The end may be told before anybody waits for it.
 */
final class TestPages implements Announcer {
  private static final int REMEMBERED = 50;

  private final Map<String, Consumer<HallAnswer.Reply>> waiting = new HashMap<>();
  private final Map<String, SlipEnd> ended =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SlipEnd> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** The job of the test page that a decision has queued. */
  static Optional<String> job(Decision decision) {
    return decision instanceof Decision.Accepted accepted
        ? accepted.events().stream()
            .filter(Event.TestPageQueued.class::isInstance)
            .map(it -> ((Event.TestPageQueued) it).job())
            .findFirst()
        : Optional.empty();
  }

  /** Answers when the page has come out or has not; a repeated request waits in its place. */
  void await(String job, HallState state, Consumer<HallAnswer.Reply> answer) {
    SlipEnd end;
    synchronized (this) {
      end = ended.get(job);
      if (end == null && state.slips().containsKey(job)) {
        waiting.put(job, answer);
        return;
      }
    }
    answer.accept(reply(end == null ? SlipEnd.UNKNOWN : end));
  }

  @Override
  public void announce(HallState state, List<Entry> entries) {
    for (Entry entry : entries) {
      for (Event event : entry.events()) {
        if (event instanceof Event.SlipEnded slip && slip.job().startsWith("test-")) {
          ended(slip);
        }
      }
    }
  }

  private void ended(Event.SlipEnded slip) {
    Consumer<HallAnswer.Reply> answer;
    synchronized (this) {
      ended.put(slip.job(), slip.end());
      answer = waiting.remove(slip.job());
    }
    if (answer != null) {
      answer.accept(reply(slip.end()));
    }
  }

  private static HallAnswer.Reply reply(SlipEnd end) {
    return end == SlipEnd.PRINTED
        ? new HallAnswer.Done()
        : new HallAnswer.Refused("NOT_PRINTED", Words.text("edge.NOT_PRINTED"));
  }
}
