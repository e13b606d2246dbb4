package io.tidehall.display.counter.view;

import static java.util.Objects.requireNonNull;

import io.tidehall.device.Device;
import io.tidehall.device.view.ScreenSize;
import io.tidehall.device.view.Shell;
import io.tidehall.display.counter.CounterPicture;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The counter display's window. Pictures are shown on its executor. */
public final class CounterWindow implements AutoCloseable {
  /** The flat screens made for the place above a counter. */
  public static final ScreenSize STRIP = new ScreenSize(1920, 360);

  private final Shell shell;
  private final CounterView view;
  private @Nullable CounterPicture shown;

  private CounterWindow(Shell shell, CounterView view) {
    this.shell = shell;
    this.view = view;
  }

  /** Opens the window; from any thread. */
  public static CounterWindow open(Device device, boolean strip) {
    String style = requireNonNull(CounterWindow.class.getResource("counter.css")).toExternalForm();
    var size = strip ? STRIP : ScreenSize.COUNTER;
    var shell = Shell.open(new Shell.Spec("Tidehall counter display", size, false, style), device);
    return CompletableFuture.supplyAsync(
            () -> {
              var view = new CounterView(strip);
              shell.show(view);
              return new CounterWindow(shell, view);
            },
            Shell.executor())
        .join();
  }

  public void show(CounterPicture picture) {
    if (!picture.equals(shown)) {
      shown = picture;
      view.show(picture);
    }
  }

  public Executor executor() {
    return Shell.executor();
  }

  /** The shell, for pictures. */
  public Shell shell() {
    return shell;
  }

  @Override
  public void close() {
    shell.close();
  }
}
