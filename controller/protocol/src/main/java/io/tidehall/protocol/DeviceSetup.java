package io.tidehall.protocol;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the hall tells a device about itself; retained, so that a device that restarts is right at
 * once.
 *
 * @param window the window it stands at, or null
 * @param printer how the printer beside a kiosk is, or null when it has none
 * @param zone the part of the hall that a board shows or a voice speaks to, or null for all
 * @param voice how a voice speaks, or null for its own usual way
 * @param playlist the pictures and films of a board, or null for none
 * @param kiosk what the hall wants of its kiosks; null for other devices
 * @param rollSince when a printer's paper roll was put in, as people last told; null when nobody
 *     has
 */
public record DeviceSetup(
    DeviceRole role,
    @Nullable String window,
    @Nullable Printer printer,
    @Nullable String zone,
    @Nullable Voice voice,
    @Nullable List<Show> playlist,
    @Nullable Kiosk kiosk,
    @Nullable Instant rollSince)
    implements Message {
  /** Neither a kiosk nor a printer. */
  public DeviceSetup(
      DeviceRole role,
      @Nullable String window,
      @Nullable Printer printer,
      @Nullable String zone,
      @Nullable Voice voice,
      @Nullable List<Show> playlist) {
    this(role, window, printer, zone, voice, playlist, null, null);
  }

  /** A device without a playlist. */
  public DeviceSetup(
      DeviceRole role,
      @Nullable String window,
      @Nullable Printer printer,
      @Nullable String zone,
      @Nullable Voice voice) {
    this(role, window, printer, zone, voice, null, null, null);
  }

  /** A device without a zone. */
  public DeviceSetup(DeviceRole role, @Nullable String window, @Nullable Printer printer) {
    this(role, window, printer, null, null, null, null, null);
  }

  public DeviceSetup {
    role = Check.present("role", role);
    window = Check.optionalId("window", window);
    zone = zone == null || zone.isEmpty() ? null : Check.text("zone", zone, 40);
    playlist = playlist == null ? null : Check.list("playlist", playlist, 50);
  }

  /**
   * A picture or film of a playlist.
   *
   * @param file its name in the board's media folder
   * @param seconds how long it is shown; a film that is shorter begins again
   * @param from from which time of day, such as 12:00, or null for any
   * @param to until which time of day, or null for any
   */
  public record Show(String file, int seconds, @Nullable String from, @Nullable String to) {
    private static final Pattern FILM = Pattern.compile("(?i).*\\.(mp4|m4v)");
    private static final Pattern FILE =
        Pattern.compile("(?i)[^/\\\\.\\p{Cntrl}][^/\\\\\\p{Cntrl}]*\\.(png|jpe?g|gif|bmp|mp4|m4v)");

    public Show {
      file = Check.text("file", file, 120);
      if (!FILE.matcher(file).matches()) {
        throw new IllegalArgumentException(
            "expected the name of a png, jpg, gif, bmp, mp4 or m4v file, without a folder, but it is "
                + file);
      }
      seconds = Check.within("seconds", seconds, 3, 3600);
      from = from == null ? null : Hours.time("from", from);
      to = to == null ? null : Hours.time("to", to);
    }

    /** Whether a file's name is that of a film. */
    public static boolean film(String file) {
      return FILM.matcher(file).matches();
    }
  }

  /**
   * What the hall wants of its kiosks.
   *
   * @param servicePin the salted slow hash of the PIN that opens the service menu, or null for no
   *     menu
   * @param speech how it speaks, or null for its own usual way
   * @param withoutPaper what it does while its printer cannot print; null for refusing
   */
  public record Kiosk(
      @Nullable String servicePin, @Nullable Speech speech, @Nullable WithoutPaper withoutPaper) {
    /** A kiosk that takes no numbers without paper. */
    public Kiosk(@Nullable String servicePin, @Nullable Speech speech) {
      this(servicePin, speech, null);
    }

    /** A kiosk that speaks in its usual way. */
    public Kiosk(@Nullable String servicePin) {
      this(servicePin, null, null);
    }

    public Kiosk {
      servicePin = servicePin == null ? null : Check.text("servicePin", servicePin, 200);
    }

    @Override
    public String toString() {
      String pin = servicePin == null ? "no servicePin" : "servicePin";
      return "Kiosk[" + pin + ", " + speech + ", " + withoutPaper + "]";
    }

    /** Whether numbers are given on the screen alone while the printer cannot print. */
    public boolean onScreen() {
      return withoutPaper == WithoutPaper.SCREEN;
    }
  }

  /** What a kiosk does while its printer cannot print. */
  public enum WithoutPaper {
    /** It takes nobody and says where to go. */
    REFUSE,
    /** It shows the number, and prints nothing. */
    SCREEN
  }

  /**
   * How a kiosk speaks its prompts.
   *
   * @param always to every visitor, not only to whoever switches it on
   * @param loudness percent; 0 for never
   */
  public record Speech(boolean always, int loudness) {
    public Speech {
      loudness = Check.within("loudness", loudness, 0, 100);
    }
  }

  /** How a kiosk's printer is, so that the kiosk says so before a ticket is taken. */
  public record Printer(boolean online, DeviceStatus.Paper paper, boolean ready) {
    public Printer {
      paper = paper == null ? DeviceStatus.Paper.UNKNOWN : paper;
    }
  }

  /**
   * How a voice speaks.
   *
   * @param languages the languages of each reading, in order
   * @param readings how often a call is said
   * @param crowded from so many waiting calls on each is said once and in the first language
   * @param patienceSeconds how old a call may be to be said
   * @param loudness percent, outside the hours
   * @param hours other loudness by time of day
   */
  public record Voice(
      List<Language> languages,
      int readings,
      int crowded,
      int patienceSeconds,
      int loudness,
      List<Hours> hours) {
    public Voice {
      languages = Check.list("languages", languages, 2);
      readings = Check.within("readings", readings, 1, 5);
      crowded = Check.within("crowded", crowded, 1, 100);
      patienceSeconds = Check.within("patienceSeconds", patienceSeconds, 10, 600);
      loudness = Check.within("loudness", loudness, 0, 100);
      hours = Check.list("hours", hours, 20);
    }
  }

  /** Loudness in percent from one time of day, such as 12:00, to another; 0 is quiet. */
  public record Hours(String from, String to, int loudness) {
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

    public Hours {
      from = time("from", from);
      to = time("to", to);
      loudness = Check.within("loudness", loudness, 0, 100);
    }

    private static String time(String field, @Nullable String value) {
      if (value == null || !TIME.matcher(value).matches()) {
        throw new IllegalArgumentException(
            "expected " + field + " to be a time such as 12:00, but it is " + value);
      }
      return value;
    }
  }
}
