package io.tidehall.device.flow;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the present screen and runs a flow. Happenings may come from any thread; they are taken one
 * at a time, in order, on the executor given (the JavaFX thread in an app). The view hears of a
 * screen before its effects are carried out, and only when it differs from the one before.
 */
public final class FlowRunner<S, H, E> {
  private static final Logger log = LoggerFactory.getLogger(FlowRunner.class);

  private final Flow<S, H, E> flow;
  private final Executor executor;
  private final Consumer<S> view;
  private final Consumer<E> effects;
  private volatile S screen;

  /** The executor must run one task at a time, in order. */
  public FlowRunner(
      S first, Flow<S, H, E> flow, Executor executor, Consumer<S> view, Consumer<E> effects) {
    this.screen = first;
    this.flow = flow;
    this.executor = executor;
    this.view = view;
    this.effects = effects;
    executor.execute(() -> view.accept(screen));
  }

  /** Something happened; returns at once. */
  public void happen(H happening) {
    executor.execute(() -> take(happening));
  }

  /** The screen as it is now; from any thread. */
  public S screen() {
    return screen;
  }

  private void take(H happening) {
    Flow.Step<S, E> step;
    try {
      step = flow.next(screen, happening);
    } catch (RuntimeException e) {
      // The boundary of this thread: a bug in one step must not take the screen away for good.
      log.error("The flow failed at {}; the screen stays", happening, e);
      return;
    }
    boolean changed = !step.screen().equals(screen);
    screen = step.screen();
    if (changed) {
      view.accept(screen);
    }
    step.effects().forEach(effects);
  }
}
