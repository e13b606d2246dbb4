package io.tidehall.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How busy each business line is; one entry a line, in the catalogue's order. */
public record LinesState(long seq, List<Load> lines) implements Message {
  public LinesState {
    lines = Check.list("lines", lines, 200);
  }

  /**
   * One line's load.
   *
   * @param waiting people waiting now
   * @param outlook the wait of a ticket taken now, or null when nothing can be said
   * @param windows numbers of the open windows that serve it
   * @param next the next numbers, at most 5
   * @param taking whether a ticket can be taken now; if not, {@code because} tells why
   * @param ahead people who would stand before a ticket taken now, those in other lines of the same
   *     windows included; null from a controller that does not count them
   * @param worse how many of those waiting must now expect much longer than they were told; null
   *     while none must
   * @param green what the green channel gives now; null in a hall without one, or from a controller
   *     that does not say
   */
  public record Load(
      String line,
      int waiting,
      @Nullable WaitRange outlook,
      List<String> windows,
      List<String> next,
      boolean taking,
      @Nullable Text because,
      @Nullable Integer ahead,
      @Nullable Integer worse,
      @Nullable Green green) {
    public Load {
      line = Check.id("line", line);
      waiting = Check.within("waiting", waiting, 0, 100_000);
      windows = Check.list("windows", windows, 500);
      next = Check.list("next", next, 5);
    }

    /** A load without a count of other lines. */
    public Load(
        String line,
        int waiting,
        @Nullable WaitRange outlook,
        List<String> windows,
        List<String> next,
        boolean taking,
        @Nullable Text because) {
      this(line, waiting, outlook, windows, next, taking, because, null, null, null);
    }

    /** Whether somebody waiting must now expect much longer than was told. */
    public boolean worsened() {
      return worse != null && worse > 0;
    }

    /** The people ahead of a ticket taken now, as well as is known. */
    public int before() {
      return ahead == null ? waiting : ahead;
    }
  }

  /**
   * A ticket of the green channel taken now.
   *
   * @param ahead people who would stand before it
   * @param outlook its wait, or null when nothing can be said
   */
  public record Green(int ahead, @Nullable WaitRange outlook) {
    public Green {
      ahead = Check.within("ahead", ahead, 0, 100_000);
    }
  }
}
