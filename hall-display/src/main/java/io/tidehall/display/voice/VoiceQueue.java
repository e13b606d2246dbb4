package io.tidehall.display.voice;

import io.tidehall.display.Latest;
import io.tidehall.protocol.Announcements;
import io.tidehall.protocol.BoardState;
import io.tidehall.protocol.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is still to be said, oldest first. It follows the hall's states: a call that no longer
 * stands on the board (the visitor has come, or is called again) is not said any more, nor are free
 * words that are over, and nothing is said twice.
 *
 * @param board the newest state of the board
 * @param announcements the newest free words
 * @param taken what was queued, said or passed over; the last of it, none of which comes again
 * @param waiting what is to be said
 * @param dropped calls that were too old to be said, since the start
 */
public record VoiceQueue(
    Latest<BoardState> board,
    Latest<Announcements> announcements,
    List<String> taken,
    List<Utterance> waiting,
    long dropped) {
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
  public record Saying(Utterance what, List<List<Language>> readings) {}

  public static VoiceQueue empty() {
    return new VoiceQueue(Latest.none(), Latest.none(), List.of(), List.of(), 0);
  }

  /** The queue after the board's state came; an older one than before changes nothing. */
  public VoiceQueue heard(BoardState state, Instant now, VoiceRules rules) {
    Latest<BoardState> newest = board.take(state, state.seq());
    if (newest.equals(board)) {
      return this;
    }
    var still =
        waiting.stream()
            .filter(it -> !(it instanceof Utterance.Call(var call)) || state.calls().contains(call))
            .toList();
    List<Utterance> here = new ArrayList<>();
    for (BoardState.Call call : state.calls().reversed()) {
      if (call.tellsIn(rules.zone())) {
        here.add(new Utterance.Call(call));
      }
    }
    return new VoiceQueue(newest, announcements, taken, still, dropped)
        .joined(here, board.value() != null, now);
  }

  /** The queue after free words came; an older state than before changes nothing. */
  public VoiceQueue heard(Announcements state, Instant now, VoiceRules rules) {
    Latest<Announcements> newest = announcements.take(state, state.seq());
    if (newest.equals(announcements)) {
      return this;
    }
    var still =
        waiting.stream()
            .filter(
                it -> !(it instanceof Utterance.Words(var words)) || state.all().contains(words))
            .toList();
    List<Utterance> here = new ArrayList<>();
    for (Announcements.Announcement words : state.all()) {
      if (words.tellsIn(rules.zone())) {
        here.add(new Utterance.Words(words));
      }
    }
    return new VoiceQueue(board, newest, taken, still, dropped)
        .joined(here, announcements.value() != null, now);
  }

  /** The queue with what is new in a state; with its first state, only what is still news. */
  private VoiceQueue joined(List<Utterance> here, boolean following, Instant now) {
    List<String> all = new ArrayList<>(taken);
    List<Utterance> next = new ArrayList<>(waiting);
    for (Utterance one : here) {
      if (!taken.contains(one.id())) {
        all.add(one.id());
        if (following || now.isBefore(one.at().plus(NEWS))) {
          next.add(one);
        }
      }
    }
    List<String> last = all.subList(Math.max(0, all.size() - REMEMBERED), all.size());
    return new VoiceQueue(board, announcements, last, next, dropped);
  }

  /** The queue after the hall was silent: it may have begun anew, and count from one again. */
  public VoiceQueue afterSilence() {
    return new VoiceQueue(
        board.afterSilence(), announcements.afterSilence(), taken, waiting, dropped);
  }

  /** The queue without the calls that have waited too long to be said, and without old words. */
  public VoiceQueue patient(Instant now, VoiceRules rules) {
    List<Utterance> still =
        waiting.stream().filter(it -> now.isBefore(lastMoment(it, rules))).toList();
    return new VoiceQueue(
        board, announcements, taken, still, dropped + waiting.size() - still.size());
  }

  private static Instant lastMoment(Utterance one, VoiceRules rules) {
    return switch (one) {
      case Utterance.Call(var call) -> call.at().plus(rules.patience());
      case Utterance.Words(var words) -> words.until();
    };
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

  /** The queue without what is being said, or is passed over in quiet hours. */
  public VoiceQueue without(Utterance one) {
    return new VoiceQueue(
        board,
        announcements,
        taken,
        waiting.stream().filter(it -> !it.id().equals(one.id())).toList(),
        dropped);
  }

  /** Whether so many wait that each is said only once. */
  public boolean crowded(VoiceRules rules) {
    return waiting.size() >= rules.crowded();
  }

  /** Whether it still holds: between two readings the visitor may have come. */
  public boolean stands(Utterance one) {
    return switch (one) {
      case Utterance.Call(var call) -> {
        BoardState state = board.value();
        yield state != null && state.calls().stream().anyMatch(it -> it.id().equals(call.id()));
      }
      case Utterance.Words(var words) -> {
        Announcements state = announcements.value();
        yield state != null && state.all().contains(words);
      }
    };
  }
}
