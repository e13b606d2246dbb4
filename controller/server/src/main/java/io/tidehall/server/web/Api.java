package io.tidehall.server.web;

import io.tidehall.protocol.Catalogue;
import io.tidehall.protocol.DeviceStatus;
import io.tidehall.protocol.Presence;
import io.tidehall.protocol.Text;
import io.tidehall.server.edge.Devices;
import io.tidehall.server.readmodel.RecordedDay;
import io.tidehall.server.reload.HallFileWatch;
import io.tidehall.server.report.DayReport;
import io.tidehall.server.whatif.WhatIfs;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bodies of requests and answers of the HTTP interface; {@code openapi.yaml} tells of each. */
public final class Api {
  private Api() {}

  /** Signing in: an account with a password, or with a PIN where those work. */
  public record SignIn(String account, @Nullable String password, @Nullable String pin) {}

  /**
   * A new password or PIN.
   *
   * @param current for a password the present one; for a PIN what one signed in with
   */
  public record NewPassword(String current, String next) {}

  /** The pictures and films that a web board can show, in order. */
  public record Playlist(List<Playable> shows) {}

  /**
   * A picture or film.
   *
   * @param version changes with the file
   * @param from from which time of day, such as 12:00, or null for any
   * @param to until which time of day, or null for any
   */
  public record Playable(
      String file,
      String version,
      boolean film,
      int seconds,
      @Nullable String from,
      @Nullable String to) {}

  /** How one may sign in from where one asks; a password always works. */
  public record Ways(boolean pin) {}

  /**
   * Who is signed in, and how long the session lasts without an act.
   *
   * @param mustChangePin whether the first PIN was given and still holds
   * @param byPin whether a PIN was given, and not the password
   * @param hasPin whether the account has a PIN, and the hall takes any
   */
  public record Session(
      String account,
      String name,
      List<String> roles,
      boolean mustChangePassword,
      boolean mustChangePin,
      boolean byPin,
      boolean hasPin,
      int idleSeconds) {}

  /** It was done; {@code seq} is the journal entry that did it or a later one. */
  public record Done(long seq, String ticket) {}

  /**
   * It was not done: {@code code} for programs, {@code message} for people, {@code detail} in full.
   */
  public record Problem(String code, Text message, String detail) {}

  public record StandIn(@Nullable String standingInFor) {}

  /**
   * The end of a service.
   *
   * @param items ids of the items that a notice is about; without them those of the ticket
   * @param list all that is missing (补办件), or everybody who handles it jointly (联办件)
   * @param language of the notice, zh-CN or en
   */
  public record Finish(
      String outcome,
      @Nullable String reason,
      @Nullable List<String> items,
      @Nullable List<String> list,
      @Nullable String language) {}

  /**
   * Exactly one of the three destinations.
   *
   * @param at not before this time, with the place AT_TIME
   */
  public record Transfer(
      @Nullable String line,
      @Nullable String window,
      @Nullable String clerk,
      String place,
      @Nullable Instant at) {}

  /** A further item of the present visitor in another line. */
  public record Split(String line, @Nullable List<String> items, String place) {}

  /** The further item in a line is given up. */
  public record DropSplit(String line) {}

  public record Hold(String kind) {}

  /**
   * A message to windows.
   *
   * @param to the windows; without them to all
   */
  public record Message(@Nullable List<String> to, @Nullable String text) {}

  public record Pause(@Nullable String reason, @Nullable Instant until) {}

  public record WithReason(@Nullable String reason) {}

  /**
   * How a window is set up.
   *
   * @param home its home field; empty for none
   * @param second its second fields; without it home and second fields stay as they are
   */
  public record Setup(
      String kind, List<String> lines, @Nullable String home, @Nullable List<String> second) {}

  /** After how many seconds a window calls by itself; without them the clerk calls. */
  public record Calling(@Nullable Long autoSeconds) {}

  /** The hall file is taken over as it was looked at. */
  public record HallFile(String version) {}

  /** Free words to be said and shown; without a zone in the whole hall. */
  public record NewAnnouncement(String text, @Nullable String zone) {}

  /** A routing policy; parameters that are left out are usual. */
  public record Policy(String name, @Nullable Map<String, Double> parameters) {}

  /**
   * A change that is looked at before it is made.
   *
   * @param act change, calling, policy, open, close, borrow, pause or end-pause
   * @param window the window, for all but policy
   * @param from the window whose clerk is borrowed
   * @param close whether that window goes out of service
   */
  public record Change(
      String act,
      @Nullable String window,
      @Nullable Setup setup,
      @Nullable Long autoSeconds,
      @Nullable Policy policy,
      @Nullable String reason,
      @Nullable String from,
      @Nullable Boolean close) {}

  /**
   * The clerk of another window moves here.
   *
   * @param close whether the window she leaves goes out of service
   */
  public record Borrow(String from, @Nullable String reason, @Nullable Boolean close) {}

  /** A policy that a hall may choose, with what it is set by. */
  public record PolicyChoice(String name, List<Setting> settings) {}

  /** A number that a policy is set by. */
  public record Setting(String name, double usual, double least, double most, boolean whole) {}

  public record NewTicket(
      String line,
      @Nullable List<String> items,
      @Nullable String greenReason,
      @Nullable String printer) {}

  /**
   * A booking as it is asked for. The person's number is made a keyed hash at once, and kept
   * nowhere.
   *
   * @param line id or prefix of a line; without it the line of the items
   * @param items ids of the items; may be empty when there is a line
   * @param from when the slot begins, by the hall's clock, such as 2026-11-30T09:00
   * @param idNumber of the ID card; without it the phone counts
   */
  public record NewBooking(
      @Nullable String line,
      @Nullable List<String> items,
      String from,
      @Nullable String idNumber,
      @Nullable String phone) {}

  /**
   * A booking.
   *
   * @param code four digits; at a kiosk this or the id, as a QR code, is the check-in
   * @param stage BOOKED, CHECKED_IN, CANCELLED or MISSED
   * @param ticket the number of the ticket it became
   */
  public record Booking(
      String id,
      String line,
      Text lineName,
      List<Text> items,
      LocalDateTime from,
      LocalDateTime to,
      String code,
      String stage,
      @Nullable String ticket) {}

  /** A day that can be booked, with its slots still to come. */
  public record SlotDay(LocalDate day, List<Slot> slots) {}

  /**
   * A slot.
   *
   * @param left places left in it
   * @param of all of its places; 0 for a line that takes no bookings
   */
  public record Slot(LocalDateTime from, LocalDateTime to, int left, int of) {}

  /** Everything that is wrong with a booking or a file of them; nothing of it was booked. */
  public record BookingProblems(
      String code, Text message, List<io.tidehall.server.booking.Problem> problems) {}

  /**
   * A device as the console shows it.
   *
   * @param since when its program started
   * @param gone since when it is away, as far as that is known
   * @param heartbeat when it last told how it is
   * @param zone the part of the hall it is for; empty for all
   * @param printer the printer beside a kiosk
   * @param name what people call it; empty for its id alone
   * @param pairing {@code hall-file} where its place comes from, {@code paired}, or {@code vacant}
   *     when it was revoked and its place in the hall file waits for another
   * @param troubles since when each fault has been told; paper as paper-out and paper-near-end
   * @param roll what a printer has printed of its roll, where that is known
   */
  public record Device(
      String id,
      String role,
      @Nullable String window,
      boolean online,
      @Nullable Instant since,
      String app,
      String version,
      String paper,
      List<String> faults,
      long uptimeSeconds,
      @Nullable Instant gone,
      @Nullable Instant heartbeat,
      @Nullable Integer temperature,
      @Nullable Integer jobsInDoubt,
      String zone,
      @Nullable String printer,
      String name,
      String pairing,
      Map<String, Instant> troubles,
      DeviceStatus.@Nullable Roll roll) {
    public static Device of(Devices.Known known) {
      return of(known, "", "hall-file");
    }

    public static Device of(Devices.Known known, String name, String pairing) {
      Presence presence = known.presence();
      DeviceStatus status = known.status();
      String zone = known.place().zone();
      return new Device(
          known.place().id(),
          known.place().role().word(),
          known.place().window(),
          known.online(),
          presence == null ? null : presence.since(),
          presence == null ? "" : presence.app(),
          presence == null ? "" : presence.version(),
          status == null ? "" : status.paper().name(),
          status == null ? List.of() : status.faults(),
          status == null ? 0 : status.uptimeSeconds(),
          known.online() ? null : known.gone(),
          status == null ? null : status.at(),
          status == null ? null : status.temperature(),
          status == null ? null : status.jobsInDoubt(),
          zone == null ? "" : zone,
          known.place().printer(),
          name,
          pairing,
          known.troubles(),
          status == null ? null : status.roll());
    }
  }

  /** A device that waits to be paired. */
  public record WaitingDevice(
      String code, String role, String version, String from, Instant since, Instant until) {}

  /**
   * A device is accepted.
   *
   * @param device the id it shall have; one of the hall file has its place from there
   */
  public record AcceptDevice(
      String code,
      String device,
      @Nullable String window,
      @Nullable String printer,
      @Nullable String zone) {}

  /** A device is turned away. */
  public record RefuseDevice(String code) {}

  /**
   * A day report is to be printed.
   *
   * @param day such as 2026-11-23; without it the newest
   * @param printer the id of a printer; without it the hall's
   * @param language zh-CN or en; without it zh-CN
   */
  public record PrintReport(
      @Nullable String day, @Nullable String printer, @Nullable String language) {}

  /** Another name or place for a device; what is missing is none. */
  public record PlaceDevice(
      @Nullable String name,
      @Nullable String window,
      @Nullable String printer,
      @Nullable String zone) {}

  /** A word with its names, for choices on pages. */
  public record Choice(String word, Text name, boolean needsReason) {}

  /**
   * What pages need once: the choices the rules know.
   *
   * @param standIns the clerks for whom the one who asks may stand in
   * @param notified the outcomes that a notice in three copies tells of
   */
  public record Choices(
      List<Choice> outcomes,
      List<Choice> holds,
      List<Choice> kinds,
      List<Choice> greens,
      List<Choice> clerks,
      List<Choice> standIns,
      List<String> policies,
      DeskRules rules,
      List<PolicyChoice> policySettings,
      List<String> notified) {}

  /**
   * The hall's rules that a desk counts down by.
   *
   * @param calls how often a ticket is called before it may count as a no-show
   * @param clerkWindows windows a clerk may hold at once
   */
  public record DeskRules(
      int calls, long recallGapSeconds, long greenHeadStartSeconds, int clerkWindows) {}

  /** How the controller is. */
  public record Health(
      String status,
      String version,
      long uptimeSeconds,
      Part broker,
      Part journal,
      Part storage,
      Part clock,
      int devicesOnline,
      List<Device> devices,
      long malformed,
      long late,
      long foreign) {}

  /** A part of the controller: {@code ok} or what is wrong. */
  public record Part(boolean ok, String detail) {}

  /**
   * What a what-if question can be about.
   *
   * @param fields the life fields of the hall's lines
   * @param job the last question; null when none was asked since the start
   */
  public record WhatIf(
      List<RecordedDay.Past> days,
      List<WhatIfWindow> windows,
      List<String> fields,
      WhatIfs.@Nullable Job job) {}

  /** A window as it is set up now. */
  public record WhatIfWindow(
      String window,
      Text name,
      String kind,
      boolean specialised,
      @Nullable String home,
      List<String> second) {}

  /**
   * A ticket as its holder's phone sees it.
   *
   * @param state waiting, called, serving, held or missed; once it has ended rate, rated, over (too
   *     late to rate), cancelled or ended
   * @param outlook what is left of the wait
   * @param told the whole wait as it was told when the ticket was taken
   * @param worse whether the wait must be expected to be much longer than that
   * @param notices of the hall
   * @param behind how many stand behind it in its queue
   * @param delay by how many places it may still stand back; 0 for not (any more)
   * @param delayed whether it has stood back
   * @param rating what its service is rated by, while it may be
   */
  public record Position(
      String number,
      Text line,
      String state,
      int ahead,
      io.tidehall.protocol.@Nullable WaitRange outlook,
      String window,
      List<String> windows,
      Text hall,
      io.tidehall.protocol.@Nullable WaitRange told,
      boolean worse,
      List<Text> notices,
      int behind,
      int delay,
      boolean delayed,
      @Nullable Rating rating) {}

  /**
   * How a service may be rated.
   *
   * @param until the last day, by the hall's calendar
   * @param levels the best first; with reasons where one or a text is needed
   */
  public record Rating(String window, LocalDate until, List<Catalogue.RatingLevel> levels) {}

  /** A rating: a level from 1 to 5, and for a bad one reasons or a text. */
  public record Rate(int level, @Nullable List<String> reasons, @Nullable String text) {}

  /**
   * What managers see beside the hall itself.
   *
   * @param today the day's figures, or null while there are none
   * @param hallFile how the hall file on the disk stands to the hall
   * @param waiting devices that wait to be paired
   * @param zones the zones in which windows stand
   */
  public record Office(
      List<Device> devices,
      @Nullable OfficeDay today,
      HallFileWatch.News hallFile,
      List<WaitingDevice> waiting,
      List<String> zones) {
    /** With the figures of a day's report. */
    public static Office of(
        DeviceRoutes devices,
        Optional<DayReport> report,
        HallFileWatch.News hallFile,
        List<String> zones) {
      return new Office(
          devices.devices(),
          report.map(OfficeDay::of).orElse(null),
          hallFile,
          devices.waiting(),
          zones);
    }
  }

  /**
   * Figures of the day so far, of the day's report.
   *
   * @param idleShare the share of open window time that was free while a ticket waited which that
   *     window may serve; null while no window was open
   */
  public record OfficeDay(
      @Nullable Long meanWaitSeconds, @Nullable Long p90WaitSeconds, @Nullable Double idleShare) {
    static OfficeDay of(DayReport report) {
      long open = report.windows().stream().mapToLong(DayReport.WindowRow::openSeconds).sum();
      long idle =
          report.windows().stream().mapToLong(DayReport.WindowRow::idleWhileEligibleSeconds).sum();
      return new OfficeDay(
          report.waits().meanSeconds(),
          report.waits().p90Seconds(),
          open == 0 ? null : (double) idle / open);
    }
  }
}
