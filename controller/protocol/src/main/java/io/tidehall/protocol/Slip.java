package io.tidehall.protocol;

import io.tidehall.protocol.Catalogue.Item;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands on a paper slip; how it looks is the printer's part. It carries no name, number or
 * phone of a person.
 *
 * @param purpose which template
 * @param hall the hall's name
 * @param ticket the ticket, or null where the slip is of none
 * @param issuedAt the hall's local time, as printed
 * @param link the address behind the QR code, or null
 * @param notices short lines at the foot, at most 6
 * @param item the item that a list tells of, or null on other slips
 * @param notice what a notice says, or null on other slips
 * @param report the figures of a day report, or null on other slips
 */
public record Slip(
    Purpose purpose,
    Language language,
    Text hall,
    @Nullable TicketView ticket,
    LocalDateTime issuedAt,
    @Nullable String link,
    List<Text> notices,
    @Nullable Item item,
    @Nullable Notice notice,
    @Nullable Report report) {
  /** The templates. */
  public enum Purpose {
    TICKET,
    REPRINT,
    /** What an item needs, told once and completely (一次性告知单). */
    LIST,
    /** One of the three copies of a notice (一式三联). */
    NOTICE,
    TEST_PAGE,
    /** A day of the hall in figures. */
    DAY_REPORT
  }

  public Slip {
    purpose = Check.present("purpose", purpose);
    language = language == null ? Language.ZH : language;
    hall = Check.present("hall", hall);
    issuedAt = Check.present("issuedAt", issuedAt);
    if (link != null) {
      link = Check.text("link", link, 200);
    }
    notices = Check.list("notices", notices, 6);
    if (item == null && purpose == Purpose.LIST) {
      throw new IllegalArgumentException("expected an item on a LIST slip, got none");
    }
    if (notice == null && purpose == Purpose.NOTICE) {
      throw new IllegalArgumentException("expected a notice on a NOTICE slip, got none");
    }
    if (report == null && purpose == Purpose.DAY_REPORT) {
      throw new IllegalArgumentException("expected figures on a DAY_REPORT slip, got none");
    }
    if (ticket == null && (purpose == Purpose.TICKET || purpose == Purpose.REPRINT)) {
      throw new IllegalArgumentException("expected a ticket on a " + purpose + " slip, got none");
    }
  }

  /** A slip of a ticket, or a test page. */
  public Slip(
      Purpose purpose,
      Language language,
      Text hall,
      @Nullable TicketView ticket,
      LocalDateTime issuedAt,
      @Nullable String link,
      List<Text> notices) {
    this(purpose, language, hall, ticket, issuedAt, link, notices, null, null);
  }

  /** A slip of anything but a day. */
  public Slip(
      Purpose purpose,
      Language language,
      Text hall,
      @Nullable TicketView ticket,
      LocalDateTime issuedAt,
      @Nullable String link,
      List<Text> notices,
      @Nullable Item item,
      @Nullable Notice notice) {
    this(purpose, language, hall, ticket, issuedAt, link, notices, item, notice, null);
  }

  /**
   * A day in figures (日报); what is of nothing is null.
   *
   * @param asOf until when it counts, by the hall's clock
   * @param waits how many waits ended with a call, {@code aboveTarget} of them too long
   * @param levels how many rated themselves, from level 5 to 1
   * @param satisfiedPermille levels 3 to 5 among those who rated themselves
   * @param idlePermille of the windows' open time: without a ticket while somebody waited for them
   */
  public record Report(
      LocalDate day,
      LocalDateTime asOf,
      int issued,
      int green,
      int finished,
      int noShows,
      int voids,
      int waits,
      @Nullable Integer meanSeconds,
      @Nullable Integer medianSeconds,
      @Nullable Integer p90Seconds,
      int targetMinutes,
      int aboveTarget,
      int invited,
      int rated,
      List<Integer> levels,
      @Nullable Integer satisfiedPermille,
      @Nullable Integer idlePermille) {
    public Report {
      day = Check.present("day", day);
      asOf = Check.present("asOf", asOf);
      levels = Check.list("levels", levels, 5);
    }
  }

  /**
   * A copy of a notice (通知书).
   *
   * @param number the same on all copies
   * @param reprint whether it is marked 补打
   * @param ticket the number of the visitor's ticket
   * @param items what it is about; may be empty
   * @param list every paper that is missing, or everybody who handles it jointly
   * @param reason why, or a remark; may be empty
   * @param clerk badge of who made it out
   * @param due the day on which {@code days} working days are over
   */
  public record Notice(
      String number,
      Kind kind,
      Copy copy,
      boolean reprint,
      String ticket,
      Text line,
      List<Text> items,
      List<String> list,
      String reason,
      String window,
      String clerk,
      LocalDate due,
      int days) {
    public Notice {
      number = Check.id("number", number);
      kind = Check.present("kind", kind);
      copy = Check.present("copy", copy);
      ticket = Check.text("ticket", ticket, 20);
      line = Check.present("line", line);
      items = Check.list("items", items, 10);
      list = Check.list("list", list, 60);
      reason = reason == null ? "" : Check.text("reason", reason, 200);
      window = Check.id("window", window);
      clerk = Check.text("clerk", clerk, 40);
      due = Check.present("due", due);
      days = Check.within("days", days, 1, 60);
    }

    /** Which notice. */
    public enum Kind {
      /** 补办件通知书. */
      SUPPLEMENT,
      /** 退回件通知书. */
      RETURNED,
      /** 窗口联办通知书. */
      JOINT
    }

    /** Which of the three copies. */
    public enum Copy {
      /** 窗口存档. */
      WINDOW,
      /** 服务对象. */
      VISITOR,
      /** 中心备案. */
      CENTRE
    }
  }
}
