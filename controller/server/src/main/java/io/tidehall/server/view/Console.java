package io.tidehall.server.view;

import io.tidehall.protocol.HallStatus;
import io.tidehall.protocol.LinesState;
import io.tidehall.protocol.Text;
import io.tidehall.protocol.WaitRange;
import io.tidehall.protocol.WindowState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The hall as clerks and managers see it; one document, pushed whole when it has changed. Nothing
 * personal is in it.
 *
 * @param seq journal entry it shows
 * @param at when it was made, by the hall's clock
 * @param idle windows that stand free while a ticket waits that they may serve
 * @param alarms the broken promises of today, the newest first
 * @param warnings what is unusual about the hall as it stands; nothing of it is forbidden
 * @param staff what the staff have among themselves
 */
public record Console(
    long seq,
    Instant at,
    HallStatus hall,
    List<Row> windows,
    List<LinesState.Load> lines,
    List<LineName> lineNames,
    List<Ticket> tickets,
    Today today,
    List<Tide> tides,
    Policy policy,
    List<String> idle,
    List<Alarm> alarms,
    List<Warning> warnings,
    Staff staff) {

  /**
   * What the staff have among themselves.
   *
   * @param notices the notices of today, the newest first
   * @param emergencies emergency calls that are not over, the oldest first
   * @param messages the messages of today, the newest first
   */
  public record Staff(
      List<NoticeRow> notices, List<EmergencyRow> emergencies, List<MessageRow> messages) {}

  /**
   * An emergency call.
   *
   * @param by who raised it, by name where that is known
   * @param accepted who comes to help, by name, or empty
   */
  public record EmergencyRow(
      String id, String window, String by, Instant at, String accepted, String acceptedId) {}

  /**
   * A message of a manager.
   *
   * @param to the windows; empty for all
   * @param readBy the badges of those who have read it
   */
  public record MessageRow(
      String id, String from, Instant at, List<String> to, String text, List<String> readBy) {}

  /**
   * A notice of today.
   *
   * @param outcome the word of the outcome it tells of
   * @param ticket the ticket's number
   * @param list what is missing, or who handles it jointly
   * @param print none (there was no printer), printing, printed or doubtful
   */
  public record NoticeRow(
      String number,
      String outcome,
      String ticket,
      String window,
      Instant at,
      List<String> list,
      LocalDate due,
      String print) {}

  /** A line with its names and prefix. */
  public record LineName(String line, String prefix, Text name, String field) {}

  /**
   * A window.
   *
   * @param kind as in hall files, in kebab-case
   * @param lines ids of the lines in its scope
   * @param ticket id of the ticket it has, or empty
   * @param since when its state began, or null when closed
   * @param asked whether it gets the next ticket that comes
   * @param reason why it is paused, or empty
   * @param home its home field, or empty
   * @param second its second fields, whose lines stand among {@code lines}
   * @param autoSeconds how long after a ticket it calls by itself, or null for call-next
   * @param callsAt when it will call by itself, or null
   * @param own ids of the lines it is set up with, without those of its second fields
   * @param use the share of its manned time today with a ticket, 0 to 1
   * @param speeds how fast it is at lines of its scope where it is not as usual (1)
   * @param after what its clerk does once her ticket is gone, or null when she goes on there
   */
  public record Row(
      String window,
      Text name,
      String kind,
      Text kindName,
      List<String> lines,
      String zone,
      boolean inService,
      WindowState.Stage stage,
      String clerk,
      String clerkName,
      String standingInFor,
      String ticket,
      @Nullable Instant since,
      boolean asked,
      String reason,
      @Nullable Instant until,
      int waiting,
      String home,
      List<String> second,
      @Nullable Long autoSeconds,
      @Nullable Instant callsAt,
      List<String> own,
      double use,
      Map<String, Double> speeds,
      @Nullable After after) {}

  /**
   * What a manager has arranged for after a clerk's ticket.
   *
   * @param window the window she goes to; empty when hers pauses
   */
  public record After(String window, String reason) {}

  /**
   * A live ticket.
   *
   * @param state waiting, due, called, serving, held or missed
   * @param window where it is called, served, held or was missed; empty while waiting in a line
   * @param since when this state began
   * @param handledBefore seconds of service before {@code since}
   * @param rank its place in its lane, 1 for the next; 0 when not waiting
   * @param sentTo window or clerk it was transferred to, or empty
   * @param hold kind of hold, or empty
   * @param outlook what is left of its wait, or null when not waiting or nothing can be said
   * @param why why it was called, or null
   * @param runnersUp which tickets came next when it was called
   * @param itemIds ids of the items
   * @param sender the window that passed it on last, or empty
   * @param further the lines in which it becomes further tickets when its service ends
   * @param due when it begins to wait, or null unless it was passed on for a time
   * @param bookedFor when the slot that was booked begins; null for a walk-in
   */
  public record Ticket(
      String id,
      String number,
      String line,
      List<Text> items,
      String state,
      String window,
      Instant since,
      long handledBefore,
      Instant issuedAt,
      boolean green,
      int calls,
      @Nullable Instant lastCall,
      int misses,
      int rank,
      String sentTo,
      String hold,
      @Nullable WaitRange outlook,
      @Nullable Text why,
      List<RunnerUp> runnersUp,
      List<String> itemIds,
      String sender,
      List<String> further,
      @Nullable Instant due,
      @Nullable Instant bookedFor) {}

  /**
   * A ticket that could have been called instead.
   *
   * @param ageMinutes its effective age then, the head start of its class included
   */
  public record RunnerUp(String number, long ageMinutes) {}

  /** The routing policy in use; {@code parameters} holds those that are not usual. */
  public record Policy(String name, Map<String, Double> parameters) {}

  /** A promise of the fairness contract that was not kept. */
  public record Alarm(Instant at, String number, String line, String rule, Text why) {}

  /**
   * Something unusual.
   *
   * @param rule what it is about, in one word
   * @param level alarm when people suffer by it now, else warm
   */
  public record Warning(String rule, String level, Text text) {}

  /**
   * A tidal window.
   *
   * @param stage CLOSED, OPENING (asked for, nobody there yet), OPEN or CLOSING
   * @param rule manual, schedule, threshold, timed-threshold or staffing
   * @param openings how often it was asked to open today
   * @param proposal what its rule asks a manager for, or null
   */
  public record Tide(
      String window,
      Text name,
      String stage,
      String rule,
      boolean automatic,
      int openings,
      @Nullable Proposal proposal) {}

  /**
   * A proposal of a tidal rule.
   *
   * @param act OPEN or CLOSE
   * @param text what is proposed and what it will change, in a sentence
   * @param before the wait in minutes of 9 in 10 as it is, or null where nothing can be said
   * @param after the same if it is followed
   * @param until when it expires
   * @param simulated whether the waits are simulated, rather than by formula
   */
  public record Proposal(
      String id,
      String act,
      Text text,
      Text reason,
      @Nullable Integer before,
      @Nullable Integer after,
      Instant until,
      boolean simulated) {}

  /** Counts of the hall's day. */
  public record Today(int issued, int waiting, int called, int serving, int held, int missed) {}
}
