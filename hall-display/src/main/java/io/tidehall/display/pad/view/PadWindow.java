package io.tidehall.display.pad.view;

import static java.util.Objects.requireNonNull;

import io.tidehall.device.Device;
import io.tidehall.device.view.ScreenSize;
import io.tidehall.device.view.Shell;
import io.tidehall.display.pad.PadPicture;
import io.tidehall.protocol.Act;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The call pad's window. Pictures are shown on its executor. */
public final class PadWindow implements AutoCloseable {
  public static final ScreenSize SIZE = new ScreenSize(480, 320);

  private final Shell shell;
  private final PadView view;
  private @Nullable PadPicture shown;

  private PadWindow(Shell shell, PadView view) {
    this.shell = shell;
    this.view = view;
  }

  /** Opens the window; from any thread. */
  public static PadWindow open(Device device) {
    String style = requireNonNull(PadWindow.class.getResource("pad.css")).toExternalForm();
    var shell = Shell.open(new Shell.Spec("Tidehall call pad", SIZE, false, style), device);
    return CompletableFuture.supplyAsync(
            () -> {
              var view = new PadView();
              shell.show(view);
              return new PadWindow(shell, view);
            },
            Shell.executor())
        .join();
  }

  public void show(PadPicture picture) {
    if (!picture.equals(shown)) {
      shown = picture;
      view.show(picture);
    }
  }

  /** Who is told which keys go down and up on the screen. On the executor. */
  public void onMove(BiConsumer<Act.Button, Boolean> listener) {
    view.onMove(listener);
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
