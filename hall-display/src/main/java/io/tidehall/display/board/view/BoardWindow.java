package io.tidehall.display.board.view;

import static java.util.Objects.requireNonNull;

import io.tidehall.device.Device;
import io.tidehall.device.view.ScreenSize;
import io.tidehall.device.view.Shell;
import io.tidehall.display.board.BoardPicture;
import io.tidehall.display.board.MediaShelf;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The hall board's window. Pictures are shown on its executor. */
public final class BoardWindow implements AutoCloseable {

  private final Shell shell;
  private final BoardView view;
  private @Nullable BoardPicture shown;

  private BoardWindow(Shell shell, BoardView view) {
    this.shell = shell;
    this.view = view;
  }

  /** Opens the window of a board without media; from any thread. */
  public static BoardWindow open(Device device) {
    return open(device, new MediaShelf(null, _ -> {}));
  }

  /** Opens the window; from any thread. */
  public static BoardWindow open(Device device, MediaShelf shelf) {
    String style = requireNonNull(BoardWindow.class.getResource("board.css")).toExternalForm();
    var shell =
        Shell.open(new Shell.Spec("Tidehall hall board", ScreenSize.BOARD, false, style), device);
    return CompletableFuture.supplyAsync(
            () -> {
              var view = new BoardView(shelf);
              shell.show(view);
              return new BoardWindow(shell, view);
            },
            Shell.executor())
        .join();
  }

  public void show(BoardPicture picture) {
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
    Shell.executor().execute(view::letGo);
    shell.close();
  }
}
