package io.tidehall.protocol;

import io.tidehall.protocol.WindowState.Pause;
import io.tidehall.protocol.WindowState.Tide;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the hall board shows: the latest calls, newest first, and every window. */
public record BoardState(long seq, List<Call> calls, List<Window> windows) implements Message {
  public BoardState {
    calls = Check.list("calls", calls, 500);
    windows = Check.list("windows", windows, 500);
  }

  /**
   * A call that still stands.
   *
   * @param id changes with each recall, so that a board can emphasise it anew
   * @param times how often the ticket has been called, 1 for the first
   */
  public record Call(
      String id,
      String number,
      String window,
      Text windowName,
      String zone,
      int times,
      Instant at) {
    public Call {
      id = Check.id("id", id);
      number = Check.id("number", number);
      window = Check.id("window", window);
      windowName = Check.present("windowName", windowName);
      zone = zone == null ? "" : Check.text("zone", zone, 40);
      times = Check.within("times", times, 1, 100);
      at = Check.present("at", at);
    }

    /**
     * Whether a screen or voice of a zone tells this call: a window without a zone is everybody's.
     *
     * @param its the zone of the screen; empty for all
     */
    public boolean tellsIn(String its) {
      return its.isEmpty() || zone.isEmpty() || zone.equals(its);
    }
  }

  /**
   * A window in short.
   *
   * @param tide what a tidal window is about to do, or null
   * @param opensAt when a window that is about to open should be manned, or null
   * @param zone the part of the hall it stands in, or null
   * @param pause why and until when, while {@code PAUSED}
   * @param duty true while it is on duty outside the hall's hours, else null
   */
  public record Window(
      String window,
      Text name,
      Text kind,
      WindowState.Stage stage,
      String number,
      boolean tidal,
      @Nullable Tide tide,
      @Nullable Instant opensAt,
      @Nullable String zone,
      @Nullable Pause pause,
      @Nullable Boolean duty) {
    /** A window that is not paused and not on duty. */
    public Window(
        String window,
        Text name,
        Text kind,
        WindowState.Stage stage,
        String number,
        boolean tidal,
        @Nullable Tide tide,
        @Nullable Instant opensAt,
        @Nullable String zone) {
      this(window, name, kind, stage, number, tidal, tide, opensAt, zone, null, null);
    }

    /** A window that is not about to open or close, in a hall without zones. */
    public Window(
        String window,
        Text name,
        Text kind,
        WindowState.Stage stage,
        String number,
        boolean tidal) {
      this(window, name, kind, stage, number, tidal, null, null, null);
    }

    public Window {
      window = Check.id("window", window);
      name = Check.present("name", name);
      kind = Check.present("kind", kind);
      stage = Check.present("stage", stage);
      number = number == null ? "" : Check.text("number", number, 20);
      zone = zone == null || zone.isEmpty() ? null : Check.text("zone", zone, 40);
    }

    public boolean onDuty() {
      return Boolean.TRUE.equals(duty);
    }

    /**
     * Whether a screen of a zone shows this window: one without a zone is everybody's.
     *
     * @param its the zone of the screen; empty for all
     */
    public boolean showsIn(String its) {
      return its.isEmpty() || zone == null || zone.equals(its);
    }
  }
}
