package io.tidehall.hall.tide;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The view as it will be once the wishes so far are followed. */
final class Planned implements TideView {
  private final TideView view;
  private @Nullable Stage[] planned = {};

  Planned(TideView view) {
    this.view = view;
  }

  /** A wish is taken as followed: its lender leaves or comes back too. */
  void plan(int window, Stage stage) {
    if (planned.length == 0) {
      planned = new Stage[view.windows()];
    }
    planned[window] = stage;
    int lender = view.lender(window);
    if (lender >= 0) {
      planned[lender] = stage == Stage.OPENING ? Stage.CLOSING : Stage.OPENING;
    }
  }

  @Override
  public int lender(int window) {
    return view.lender(window);
  }

  @Override
  public Stage stage(int window) {
    Stage found = planned.length == 0 ? null : planned[window];
    return found == null ? view.stage(window) : found;
  }

  @Override
  public double staffed(int window, double from, double to) {
    return view.staffed(window, from, to);
  }

  @Override
  public LocalDate day() {
    return view.day();
  }

  @Override
  public double minute() {
    return view.minute();
  }

  @Override
  public int lines() {
    return view.lines();
  }

  @Override
  public int waiting(int line) {
    return view.waiting(line);
  }

  @Override
  public double waitingWork(int line) {
    return view.waitingWork(line);
  }

  @Override
  public double longestWait(int line) {
    return view.longestWait(line);
  }

  @Override
  public double offeredLoad(int line, double from, double to) {
    return view.offeredLoad(line, from, to);
  }

  @Override
  public int windows() {
    return view.windows();
  }

  @Override
  public boolean serves(int window, int line) {
    return view.serves(window, line);
  }

  @Override
  public double since(int window) {
    return view.since(window);
  }

  @Override
  public double availableUntil(int window) {
    return view.availableUntil(window);
  }

  @Override
  public double lag() {
    return view.lag();
  }
}
