package io.tidehall.hall.tide;

import io.tidehall.hall.tide.TideRule.Manual;
import io.tidehall.hall.tide.TideRule.Pace;
import io.tidehall.hall.tide.TideRule.Schedule;
import io.tidehall.hall.tide.TideRule.Staffing;
import io.tidehall.hall.tide.TideRule.Threshold;
import io.tidehall.hall.tide.TideRule.TimedThreshold;
import io.tidehall.hall.tide.TideView.Stage;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks the rules of all tidal windows once a minute. Windows are asked one after another, and each
 * sees the wishes before it as if they had been followed: ten windows under one rule open as many
 * as are needed, not all ten.
 */
public final class Tides {
  private static final int MOST_OPENINGS = 3;

  private final Planned view;
  private final List<Tide> tides;
  private final List<TideMemory> memories;
  private final List<TideWish> wishes = new ArrayList<>(0);

  private Tides(TideView view, List<Tide> tides, List<TideMemory> memories) {
    this.view = new Planned(view);
    this.tides = tides;
    this.memories = new ArrayList<>(memories);
  }

  /**
   * What the rules wish now.
   *
   * @param tides the tidal windows; earlier ones open first and close last
   * @param memories one for each of {@code tides}, from the last step, or {@link TideMemory#FRESH}
   *     at the beginning of a day; whoever follows a wish puts {@link TideMemory#opened} or {@link
   *     TideMemory#closed} in its place
   */
  public static TideStep step(TideView view, List<Tide> tides, List<TideMemory> memories) {
    return new Tides(view, tides, memories).step();
  }

  private TideStep step() {
    for (int at = 0; at < tides.size(); at++) {
      if (view.stage(tides.get(at).window()) == Stage.CLOSED) {
        look(at);
      }
    }
    for (int at = tides.size() - 1; at >= 0; at--) {
      Stage stage = view.stage(tides.get(at).window());
      if ((stage == Stage.OPEN || stage == Stage.OPENING) && !wished(tides.get(at).window())) {
        look(at);
      }
    }
    return new TideStep(memories, wishes);
  }

  private void look(int at) {
    Tide tide = tides.get(at);
    switch (tide.rule()) {
      case Manual _ -> {}
      case Schedule rule -> Timetable.look(view, tide, memories.get(at), rule).ifPresent(this::add);
      case TimedThreshold(Schedule times, Threshold rule) -> look(at, tide, times, rule);
      case Threshold rule -> weigh(at, rule.pace(), Judgement.of(view, tide.window(), rule));
      case Staffing rule -> weigh(at, rule.pace(), Judgement.of(view, tide.window(), rule));
    }
  }

  private void look(int at, Tide tide, Schedule times, Threshold rule) {
    int before = wishes.size();
    if (view.stage(tide.window()) == Stage.CLOSED) {
      Timetable.look(view, tide, memories.get(at), times).ifPresent(this::add);
    } else if (Timetable.within(view, times)) {
      return;
    }
    if (wishes.size() == before) {
      weigh(at, rule.pace(), Judgement.of(view, tide.window(), rule));
    }
  }

  /** Notes what a rule finds, and wishes when it has found it for long enough. */
  private void weigh(int at, Pace pace, Judgement found) {
    double now = view.minute();
    int window = tides.get(at).window();
    boolean closed = view.stage(window) == Stage.CLOSED;
    TideMemory memory =
        memories.get(at).noting(closed && found.wanted(), !closed && found.dispensable(), now);
    memories.set(at, memory);
    if (closed
        && memory.aboveSince() != TideMemory.NEVER
        && now - memory.aboveSince() >= pace.openPersistence()
        && TideMemory.past(memory.closedAt(), pace.cooldown(), now)
        && now + view.lag() < view.availableUntil(window)
        && wishesUnder(tides.get(at).rule()) < pace.atOnce()) {
      add(new TideWish(window, TideWish.Act.OPEN, found.reason(true)));
    } else if (view.stage(window) == Stage.OPEN
        && memory.belowSince() != TideMemory.NEVER
        && now - memory.belowSince() >= patience(tides.get(at).rule(), pace, memory)
        && now - view.since(window) >= pace.leastOpen()) {
      add(new TideWish(window, TideWish.Act.CLOSE, found.reason(false)));
    }
  }

  /**
   * How long a window must have been dispensable. A threshold rule that has opened it before today
   * waits longer each time, and does not close it after the third: a clerk sent to and fro is worse
   * than one who stays.
   */
  private static double patience(TideRule rule, Pace pace, TideMemory memory) {
    if (!(rule instanceof Threshold || rule instanceof TimedThreshold)) {
      return pace.closePersistence();
    }
    return memory.openings() >= MOST_OPENINGS
        ? Double.POSITIVE_INFINITY
        : pace.closePersistence() * Math.max(1, memory.openings());
  }

  private void add(TideWish wish) {
    wishes.add(wish);
    view.plan(wish.window(), wish.act() == TideWish.Act.OPEN ? Stage.OPENING : Stage.CLOSING);
  }

  private boolean wished(int window) {
    for (TideWish wish : wishes) {
      if (wish.window() == window) {
        return true;
      }
    }
    return false;
  }

  private int wishesUnder(TideRule rule) {
    int count = 0;
    for (Tide tide : tides) {
      if (tide.rule().equals(rule) && wished(tide.window())) {
        count++;
      }
    }
    return count;
  }
}
