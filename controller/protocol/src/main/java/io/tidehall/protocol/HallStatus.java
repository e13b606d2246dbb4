package io.tidehall.protocol;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hall as a whole.
 *
 * @param zone the hall's time zone, such as Asia/Shanghai
 * @param trial true for a trial hall, which is open at any hour and says so
 * @param open whether tickets are issued now
 * @param closedBecause why not, when it is not open
 * @param nextChange local time of the next opening or closing, or null
 * @param hours today's hours in words
 * @param notices lines for boards and kiosks
 * @param identity how kiosks recognise who takes a ticket; null or empty when they do not ask
 * @param bookings whether bookings can be checked in; null for no
 * @param clockWrong whether the hall's clock is known to be wrong, so that no time can be told;
 *     null for no
 */
public record HallStatus(
    long seq,
    Text name,
    String zone,
    boolean trial,
    boolean open,
    @Nullable Text closedBecause,
    @Nullable LocalDateTime nextChange,
    Text hours,
    List<Text> notices,
    @Nullable List<Identity> identity,
    @Nullable Boolean bookings,
    @Nullable Boolean clockWrong)
    implements Message {
  public HallStatus {
    name = Check.present("name", name);
    zone = Check.text("zone", zone, 60);
    hours = Check.present("hours", hours);
    notices = Check.list("notices", notices, 20);
    if (identity != null) {
      identity = Check.list("identity", identity, 3);
    }
  }

  /** Whether bookings can be checked in. */
  public boolean booked() {
    return bookings != null && bookings;
  }

  /** Whether the hall's clock is known to be wrong. */
  public boolean timeless() {
    return clockWrong != null && clockWrong;
  }

  /** A hall whose kiosks do not ask who takes a ticket. */
  public HallStatus(
      long seq,
      Text name,
      String zone,
      boolean trial,
      boolean open,
      @Nullable Text closedBecause,
      @Nullable LocalDateTime nextChange,
      Text hours,
      List<Text> notices) {
    this(seq, name, zone, trial, open, closedBecause, nextChange, hours, notices, null, null, null);
  }
}
