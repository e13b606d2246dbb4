package io.tidehall.display.voice;

import io.tidehall.protocol.BoardState;
import io.tidehall.protocol.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The calls that are still to be said, oldest first. It follows the board's state: a call that no
 * longer stands there (the visitor has come, or is called again) is not said any more, and none is
 * said twice.
 *
 * @param begun whether any state was heard
 * @param known calls that stand and are waiting, said or passed over
 * @param waiting calls to be said
 * @param dropped calls that were too old to be said, since the start
 */
public record VoiceQueue(
    boolean begun, Set<String> known, List<BoardState.Call> waiting, long dropped) {
  /** After a start, what was called longer ago was said before, or is no news any more. */
  private static final Duration NEWS = Duration.ofSeconds(15);

  public VoiceQueue {
    known = Set.copyOf(known);
    waiting = List.copyOf(waiting);
  }

  /**
   * What is to be said next.
   *
   * @param readings the languages of one reading after another
   */
  public record Saying(BoardState.Call call, List<List<Language>> readings) {}

  public static VoiceQueue empty() {
    return new VoiceQueue(false, Set.of(), List.of(), 0);
  }

  /** The queue after the board's state came. */
  public VoiceQueue heard(BoardState board, Instant now, VoiceRules rules) {
    List<BoardState.Call> standing =
        board.calls().reversed().stream()
            .filter(it -> rules.zone().isEmpty() || it.zone().equals(rules.zone()))
            .toList();
    Set<String> ids = standing.stream().map(BoardState.Call::id).collect(Collectors.toSet());
    List<BoardState.Call> next =
        new ArrayList<>(waiting.stream().filter(it -> ids.contains(it.id())).toList());
    for (BoardState.Call call : standing) {
      boolean news = begun || now.isBefore(call.at().plus(NEWS));
      if (!known.contains(call.id()) && news) {
        next.add(call);
      }
    }
    return new VoiceQueue(true, ids, next, dropped);
  }

  /** The queue without the calls that have waited too long to be said. */
  public VoiceQueue patient(Instant now, VoiceRules rules) {
    List<BoardState.Call> still =
        waiting.stream().filter(it -> now.isBefore(it.at().plus(rules.patience()))).toList();
    return new VoiceQueue(begun, known, still, dropped + waiting.size() - still.size());
  }

  /** What is to be said next; empty when nothing waits. */
  public Optional<Saying> next(VoiceRules rules) {
    if (waiting.isEmpty()) {
      return Optional.empty();
    }
    List<Language> once =
        crowded(rules) ? List.of(rules.languages().getFirst()) : rules.languages();
    List<List<Language>> readings = new ArrayList<>();
    for (int i = 0; i < (crowded(rules) ? 1 : rules.readings()); i++) {
      readings.add(once);
    }
    return Optional.of(new Saying(waiting.getFirst(), List.copyOf(readings)));
  }

  /** The queue without a call that is being said, or is passed over in quiet hours. */
  public VoiceQueue without(BoardState.Call call) {
    return new VoiceQueue(
        begun, known, waiting.stream().filter(it -> !it.id().equals(call.id())).toList(), dropped);
  }

  /** Whether so many wait that each is said only once. */
  public boolean crowded(VoiceRules rules) {
    return waiting.size() >= rules.crowded();
  }

  /** Whether a call still stands: between two readings the visitor may have come. */
  public boolean stands(BoardState.Call call) {
    return known.contains(call.id());
  }
}
