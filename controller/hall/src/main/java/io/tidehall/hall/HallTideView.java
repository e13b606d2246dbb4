package io.tidehall.hall;

import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.Line;
import io.tidehall.hall.plan.TidalWindow;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowPlan;
import io.tidehall.hall.routing.Eligibility;
import io.tidehall.hall.ticket.Lane;
import io.tidehall.hall.tide.DemandForecast;
import io.tidehall.hall.tide.TideView;
import io.tidehall.hall.window.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The live hall as the tidal rules see it. */
final class HallTideView implements TideView {
  private static final double A_DAY = 1440;

  private final HallState state;
  private final Instant now;
  private final List<Window> windows;
  private final DemandForecast demand;
  private final double closes;

  HallTideView(HallState state, Instant now) {
    this.state = state;
    this.now = now;
    windows = List.copyOf(state.windows().values());
    HallPlan plan = state.plan();
    DemandForecast today = state.tides().demand();
    demand = today == null ? plan.tides().demand() : today;
    closes = closes(plan);
  }

  /** The minute until which clerks stay: the end of the hours, or of those that begin soon. */
  private double closes(HallPlan plan) {
    Instant open = plan.openAt(now) ? now : now.plus(Duration.ofMinutes(10));
    if (!plan.openAt(open)) {
      return minute();
    }
    return plan.nextChange(open)
        .map(change -> Duration.between(state.day().atStartOfDay(), change).toSeconds() / 60.0)
        .orElse(minute() + A_DAY);
  }

  int indexOf(WindowId window) {
    for (int i = 0; i < windows.size(); i++) {
      if (windows.get(i).id().equals(window)) {
        return i;
      }
    }
    throw new IllegalArgumentException("expected a window of the hall, but " + window + " came");
  }

  WindowId window(int index) {
    return windows.get(index).id();
  }

  private Line line(int line) {
    return state.plan().lines().get(line);
  }

  @Override
  public LocalDate day() {
    return state.day();
  }

  @Override
  public double minute() {
    return state.plan().minuteOf(state.day(), now);
  }

  @Override
  public int lines() {
    return state.plan().lines().size();
  }

  @Override
  public int waiting(int line) {
    return state.queues().waiting(Lane.of(line(line).id()));
  }

  @Override
  public double waitingWork(int line) {
    return waiting(line) * line(line).usualService().toSeconds() / 60.0;
  }

  @Override
  public double longestWait(int line) {
    return state
        .queues()
        .head(Lane.of(line(line).id()))
        .map(head -> state.ticket(head.getValue()).issuedAt())
        .map(since -> Duration.between(since, now).toSeconds() / 60.0)
        .orElse(0.0);
  }

  @Override
  public double offeredLoad(int line, double from, double to) {
    Line asked = line(line);
    String id = asked.id().value();
    int seen =
        ((Map<io.tidehall.hall.plan.LineId, Integer>) state.issued()).getOrDefault(asked.id(), 0);
    return demand.expected(id, from, to)
        * demand.factor(id, minute(), seen)
        * (asked.usualService().toSeconds() / 60.0)
        / (to - from);
  }

  @Override
  public int windows() {
    return windows.size();
  }

  @Override
  public boolean serves(int window, int line) {
    return Eligibility.inScope(windows.get(window).plan(), line(line));
  }

  @Override
  public Stage stage(int window) {
    Window found = windows.get(window);
    WindowPlan plan = found.plan();
    if (found instanceof Window.Open) {
      return plan.inService() ? Stage.OPEN : Stage.CLOSING;
    }
    boolean asked = plan.inService() && state.plan().tides().find(plan.id()).isPresent();
    return asked ? Stage.OPENING : Stage.CLOSED;
  }

  @Override
  public double since(int window) {
    TideState.OfWindow known = state.tides().of(window(window));
    return switch (stage(window)) {
      case OPEN -> Math.max(known.manned(), known.memory().openedAt());
      case OPENING -> known.memory().openedAt();
      case CLOSED, CLOSING -> known.memory().closedAt();
    };
  }

  @Override
  public double availableUntil(int window) {
    return state
        .plan()
        .tides()
        .find(window(window))
        .filter(this::somebody)
        .map(_ -> closes)
        .orElse(minute());
  }

  /** Whether the reserve clerk is free, or the lending window has somebody to lend. */
  private boolean somebody(TidalWindow tidal) {
    ClerkId reserve = tidal.reserve();
    WindowId lender = tidal.lender();
    if (lender != null) {
      return state
          .findWindow(lender)
          .filter(it -> it instanceof Window.Open && it.plan().inService())
          .isPresent();
    }
    return reserve == null
        || state.windows().values().stream()
            .noneMatch(
                it -> it.findPost().filter(post -> post.clerk().equals(reserve)).isPresent());
  }

  @Override
  public int lender(int window) {
    WindowId lender =
        state.plan().tides().find(window(window)).map(TidalWindow::lender).orElse(null);
    return lender == null || state.findWindow(lender).isEmpty() ? -1 : indexOf(lender);
  }

  @Override
  public double lag() {
    return state.plan().tides().lag().toSeconds() / 60.0;
  }
}
