package io.tidehall.protocol;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One window as its counter display, rating pad and call pad see it.
 *
 * @param window the window's number, such as 3
 * @param kind the window's kind in words
 * @param lines names of the lines it serves, for the display's foot
 * @param number the number called or served, or empty
 * @param callId changes with each call and recall; empty when nobody is called
 * @param calls how often the present ticket has been called
 * @param clerk badge of the clerk, or empty
 * @param pause why and until when, while {@code PAUSED}
 * @param waiting people waiting whom this window may serve
 * @param rating the service that may be rated now, or null
 * @param tide what a tidal window is about to do, or null; it says nothing of its stage
 * @param opensAt when a window that is about to open should be manned, or null
 * @param card what the hall makes public of the clerk, or null
 * @param duty true while the window is on duty outside the hall's hours, else null
 */
public record WindowState(
    long seq,
    String window,
    Text name,
    Text kind,
    boolean tidal,
    List<Text> lines,
    Stage stage,
    String number,
    String callId,
    int calls,
    @Nullable Instant calledAt,
    String clerk,
    @Nullable Pause pause,
    int waiting,
    @Nullable RatingInvitation rating,
    @Nullable Tide tide,
    @Nullable Instant opensAt,
    @Nullable Card card,
    @Nullable Boolean duty)
    implements Message {
  /** What a window is doing. */
  public enum Stage {
    /** Nobody has signed in: 未开放. */
    NOT_OPEN,
    /** Ready for the next: 欢迎光临. */
    IDLE,
    /** A ticket is called and has not arrived: 请 A001 号. */
    CALLED,
    /** A ticket is being served. */
    SERVING,
    /** 暂停服务. */
    PAUSED
  }

  /** What a tidal window has been asked to do. */
  public enum Tide {
    /** Asked to open; its clerk is on the way: 即将开放. */
    OPENING,
    /** Asked to close; it finishes the ticket it has: 办完即止. */
    CLOSING
  }

  /** A window of which nothing is made public of the clerk but the badge. */
  public WindowState(
      long seq,
      String window,
      Text name,
      Text kind,
      boolean tidal,
      List<Text> lines,
      Stage stage,
      String number,
      String callId,
      int calls,
      @Nullable Instant calledAt,
      String clerk,
      @Nullable Pause pause,
      int waiting,
      @Nullable RatingInvitation rating,
      @Nullable Tide tide,
      @Nullable Instant opensAt) {
    this(
        seq, window, name, kind, tidal, lines, stage, number, callId, calls, calledAt, clerk, pause,
        waiting, rating, tide, opensAt, null, null);
  }

  /** A window that is not about to open or close. */
  public WindowState(
      long seq,
      String window,
      Text name,
      Text kind,
      boolean tidal,
      List<Text> lines,
      Stage stage,
      String number,
      String callId,
      int calls,
      @Nullable Instant calledAt,
      String clerk,
      @Nullable Pause pause,
      int waiting,
      @Nullable RatingInvitation rating) {
    this(
        seq, window, name, kind, tidal, lines, stage, number, callId, calls, calledAt, clerk, pause,
        waiting, rating, null, null);
  }

  public WindowState {
    window = Check.id("window", window);
    name = Check.present("name", name);
    kind = Check.present("kind", kind);
    lines = Check.list("lines", lines, 200);
    stage = Check.present("stage", stage);
    number = number == null ? "" : Check.text("number", number, 20);
    callId = callId == null ? "" : Check.text("callId", callId, 64);
    calls = Check.within("calls", calls, 0, 100);
    clerk = clerk == null ? "" : Check.text("clerk", clerk, 40);
    waiting = Check.within("waiting", waiting, 0, 100_000);
  }

  public boolean onDuty() {
    return Boolean.TRUE.equals(duty);
  }

  /**
   * A clerk's public card.
   *
   * @param name masked, such as 王**; never in full
   * @param post what she does here, such as 综合受理岗; or empty
   */
  public record Card(String name, Text post) {
    public Card {
      name = Check.text("name", name, 40);
      post = Check.present("post", post);
      if (name.codePoints().skip(1).anyMatch(it -> it != '*')) {
        throw new IllegalArgumentException(
            "expected a name of which only the first character is told, such as 王**");
      }
    }

    /** The card of a name in full. */
    public static Card of(String name, Text post) {
      int first = name.offsetByCodePoints(0, 1);
      return new Card(
          name.substring(0, first) + "*".repeat(name.codePointCount(first, name.length())), post);
    }
  }

  /** A pause with its reason and, if planned, its end. */
  public record Pause(Text reason, @Nullable Instant until) {
    public Pause {
      reason = Check.present("reason", reason);
    }
  }

  /**
   * An invitation to rate.
   *
   * @param service the service's id
   * @param number the ticket's number
   * @param item what was done, in words
   * @param until when silence counts as 未评价
   */
  public record RatingInvitation(
      String service, String number, Text item, String clerk, Instant until) {
    public RatingInvitation {
      service = Check.id("service", service);
      number = Check.id("number", number);
      item = Check.present("item", item);
      clerk = clerk == null ? "" : Check.text("clerk", clerk, 40);
      until = Check.present("until", until);
    }
  }
}
