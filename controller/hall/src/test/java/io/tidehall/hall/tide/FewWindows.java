package io.tidehall.hall.tide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A view to turn by hand: line 0 and line 1, two base windows 0 and 1 that are open and serve both,
 * and tidal windows from 2 on. A service takes 5 minutes. {@link #minutePasses} asks the rules and
 * follows their wishes; a window is manned after the lag.
 */
final class FewWindows implements TideView {
  private static final int BASE = 2;
  private final List<Tide> tides = new ArrayList<>();
  private final Stage[] stages;
  private final double[] since;
  private final boolean[] onlyLine0;
  private List<TideMemory> memories = new ArrayList<>();
  private int lender = -1;
  private int lenderLine;
  private double minute = 540;
  LocalDate day = LocalDate.of(2026, 11, 23);
  final int[] waiting = new int[2];
  double longest;
  double load;
  double availableUntil = 1020;

  FewWindows(TideRule... rules) {
    stages = new Stage[BASE + rules.length];
    since = new double[stages.length];
    onlyLine0 = new boolean[stages.length];
    Arrays.fill(stages, Stage.CLOSED);
    Arrays.fill(stages, 0, BASE, Stage.OPEN);
    for (TideRule rule : rules) {
      tides.add(new Tide(BASE + tides.size(), rule));
      memories.add(TideMemory.FRESH);
    }
  }

  /** The first tidal window serves line 0 alone. */
  FewWindows firstForLineZero() {
    onlyLine0[BASE] = true;
    return this;
  }

  /** Base window 1 serves one line alone, and lends its clerk to the first tidal window. */
  FewWindows lending(int line) {
    lender = 1;
    lenderLine = line;
    return this;
  }

  void at(double time) {
    minute = time;
  }

  List<TideWish> minutePasses() {
    minute++;
    for (int window = BASE; window < stages.length; window++) {
      if (stages[window] == Stage.OPENING && minute - since[window] >= lag()) {
        to(window, Stage.OPEN);
      }
    }
    TideStep step = Tides.step(this, tides, memories);
    memories = new ArrayList<>(step.memories());
    for (TideWish wish : step.wishes()) {
      boolean opens = wish.act() == TideWish.Act.OPEN;
      set(wish.window(), opens);
    }
    return step.wishes();
  }

  List<TideWish> minutesPass(int minutes) {
    List<TideWish> all = new ArrayList<>();
    for (int i = 0; i < minutes; i++) {
      all.addAll(minutePasses());
    }
    return all;
  }

  /** Opens or closes a tidal window, as a person would. */
  void set(int window, boolean open) {
    int at = window - BASE;
    memories.set(at, open ? memories.get(at).opened(minute) : memories.get(at).closed(minute));
    to(window, open ? Stage.OPENING : Stage.CLOSED);
    if (window == BASE && lender >= 0) {
      to(lender, open ? Stage.CLOSED : Stage.OPEN);
    }
  }

  /** A base window is not there today. */
  void closed(int base) {
    to(base, Stage.CLOSED);
  }

  private void to(int window, Stage stage) {
    stages[window] = stage;
    since[window] = minute;
  }

  TideMemory memory(int window) {
    return memories.get(window - BASE);
  }

  @Override
  public LocalDate day() {
    return day;
  }

  @Override
  public double minute() {
    return minute;
  }

  @Override
  public int lines() {
    return 2;
  }

  @Override
  public int waiting(int line) {
    return waiting[line];
  }

  @Override
  public double waitingWork(int line) {
    return waiting[line] * 5.0;
  }

  @Override
  public double longestWait(int line) {
    return longest;
  }

  @Override
  public double offeredLoad(int line, double from, double to) {
    return load / 2;
  }

  @Override
  public int windows() {
    return stages.length;
  }

  @Override
  public boolean serves(int window, int line) {
    return window == lender ? line == lenderLine : line == 0 || !onlyLine0[window];
  }

  @Override
  public int lender(int window) {
    return window == BASE ? lender : -1;
  }

  @Override
  public Stage stage(int window) {
    return stages[window];
  }

  @Override
  public double since(int window) {
    return since[window];
  }

  @Override
  public double availableUntil(int window) {
    return availableUntil;
  }

  @Override
  public double lag() {
    return 5;
  }
}
