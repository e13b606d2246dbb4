package io.tidehall.display.board;

import io.tidehall.display.Pages;
import io.tidehall.protocol.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is seen on the board at one instant, in words and in order: the view only paints it.
 *
 * @param stale why and since when the content may be old; empty while the hall is heard
 * @param notice the notice shown now, or empty
 * @param media the picture or film shown now, or null
 * @param drift by how much the whole stands aside, against burn-in
 */
public record BoardPicture(
    Language language,
    Header header,
    Centre centre,
    Panel<LineRow> lines,
    Panel<WindowTile> windows,
    String notice,
    String stale,
    @Nullable Media media,
    Pages.Drift drift) {

  /**
   * A picture or film.
   *
   * @param beside whether it stands beside the calls, over lines and windows; else in their place
   */
  public record Media(String file, boolean film, boolean beside) {}

  /** The board's head. */
  public record Header(
      String hall, String trial, String status, boolean open, String clock, String date) {}

  /** The board's main part: the calls, or words why there is none. */
  public sealed interface Centre {
    /** The calls that stand, newest first. */
    record Calls(String title, String page, List<CallRow> rows) implements Centre {}

    /**
     * Nobody is called: time to tell what an item needs.
     *
     * @param materials what to bring; {@code more} says how many there are when these are not all
     * @param line the line to take a ticket for, or empty
     */
    record Guide(
        String title,
        String item,
        String materialsTitle,
        List<String> materials,
        String more,
        String promise,
        String fee,
        String line)
        implements Centre {}

    /** Nobody is called, and why. */
    record Words(Why why, String headline, String detail, String more) implements Centre {}
  }

  /** Why nobody is called. */
  public enum Why {
    CONNECTING,
    CLOSED,
    NOBODY_YET
  }

  /**
   * One call.
   *
   * @param fresh emphasised: called or recalled in the last seconds
   * @param times "second call" and so on, or empty
   * @param where name and zone of the window, or empty when the number says it all
   */
  public record CallRow(
      String number,
      String window,
      String windowBefore,
      String windowAfter,
      String where,
      String times,
      boolean fresh) {}

  /** A panel that may have several pages; {@code page} is "2/3", or empty when there is one. */
  public record Panel<T>(String title, String page, List<String> columns, List<T> rows) {}

  /**
   * One business line.
   *
   * @param closed no ticket of it can be taken now; {@code outlook} then tells why
   * @param worse that people of it wait much longer than they were told, or empty
   */
  public record LineRow(
      String prefix,
      String name,
      String waiting,
      String outlook,
      String next,
      boolean closed,
      String worse) {}

  /**
   * One window; the state stands in words, never in colour alone.
   *
   * @param tag that the window is on duty, or tidal, or empty
   * @param opensIn in how many minutes a window on its way should be manned, or empty
   */
  public record WindowTile(
      String window,
      String name,
      String state,
      WindowTone tone,
      String tag,
      String number,
      String opensIn) {}

  /** How a window's tile is painted. */
  public enum WindowTone {
    FREE,
    BUSY,
    CALLING,
    PAUSED,
    NOT_OPEN,
    OPENING,
    CLOSING
  }
}
