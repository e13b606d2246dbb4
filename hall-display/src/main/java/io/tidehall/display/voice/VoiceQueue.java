package io.tidehall.display.voice;

import io.tidehall.display.Latest;
import io.tidehall.protocol.BoardState;
import io.tidehall.protocol.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The calls that are still to be said, oldest first. It follows the board's state: a call that no
 * longer stands there (the visitor has come, or is called again) is not said any more, and none is
 * said twice.
 *
 * @param board the newest state of the board
 * @param taken calls that were queued, said or passed over; the last ones, none of them comes again
 * @param waiting calls to be said
 * @param dropped calls that were too old to be said, since the start
 */
public record VoiceQueue(
    Latest<BoardState> board, List<String> taken, List<BoardState.Call> waiting, long dropped) {
  /** After a start, what was called longer ago was said before, or is no news any more. */
  private static final Duration NEWS = Duration.ofSeconds(15);

  private static final int REMEMBERED = 1_000;

  public VoiceQueue {
    taken = List.copyOf(taken);
    waiting = List.copyOf(waiting);
  }

  /**
   * What is to be said next.
   *
   * @param readings the languages of one reading after another
   */
  public record Saying(BoardState.Call call, List<List<Language>> readings) {}

  public static VoiceQueue empty() {
    return new VoiceQueue(Latest.none(), List.of(), List.of(), 0);
  }

  /** The queue after the board's state came; an older one than before changes nothing. */
  public VoiceQueue heard(BoardState state, Instant now, VoiceRules rules) {
    Latest<BoardState> newest = board.take(state, state.seq());
    if (newest.equals(board)) {
      return this;
    }
    List<BoardState.Call> next =
        new ArrayList<>(waiting.stream().filter(state.calls()::contains).toList());
    List<String> all = new ArrayList<>(taken);
    for (BoardState.Call call : state.calls().reversed()) {
      if (call.tellsIn(rules.zone()) && !taken.contains(call.id())) {
        all.add(call.id());
        if (board.value() != null || now.isBefore(call.at().plus(NEWS))) {
          next.add(call);
        }
      }
    }
    List<String> last = all.subList(Math.max(0, all.size() - REMEMBERED), all.size());
    return new VoiceQueue(newest, last, next, dropped);
  }

  /** The queue after the hall was silent: it may have begun anew, and count from one again. */
  public VoiceQueue afterSilence() {
    return new VoiceQueue(board.afterSilence(), taken, waiting, dropped);
  }

  /** The queue without the calls that have waited too long to be said. */
  public VoiceQueue patient(Instant now, VoiceRules rules) {
    List<BoardState.Call> still =
        waiting.stream().filter(it -> now.isBefore(it.at().plus(rules.patience()))).toList();
    return new VoiceQueue(board, taken, still, dropped + waiting.size() - still.size());
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
        board, taken, waiting.stream().filter(it -> !it.id().equals(call.id())).toList(), dropped);
  }

  /** Whether so many wait that each is said only once. */
  public boolean crowded(VoiceRules rules) {
    return waiting.size() >= rules.crowded();
  }

  /** Whether a call still stands: between two readings the visitor may have come. */
  public boolean stands(BoardState.Call call) {
    BoardState state = board.value();
    return state != null && state.calls().stream().anyMatch(it -> it.id().equals(call.id()));
  }
}
