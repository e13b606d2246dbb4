package io.tidehall.server.view;

import io.tidehall.protocol.HallStatus;
import io.tidehall.protocol.LinesState;
import io.tidehall.protocol.Text;
import io.tidehall.protocol.WaitRange;
import io.tidehall.protocol.WindowState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hall as clerks and managers see it; one document, pushed whole when it has changed. Nothing
 * personal is in it.
 *
 * @param seq journal entry it shows
 * @param at when it was made, by the hall's clock
 */
public record Console(
    long seq,
    Instant at,
    HallStatus hall,
    List<Row> windows,
    List<LinesState.Load> lines,
    List<LineName> lineNames,
    List<Ticket> tickets,
    Today today) {

  /** A line with its names and prefix. */
  public record LineName(String line, String prefix, Text name) {}

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
      @Nullable Instant callsAt) {}

  /**
   * A live ticket.
   *
   * @param state waiting, called, serving, held or missed
   * @param window where it is called, served, held or was missed; empty while waiting in a line
   * @param since when this state began
   * @param handledBefore seconds of service before {@code since}
   * @param rank its place in its lane, 1 for the next; 0 when not waiting
   * @param sentTo window or clerk it was transferred to, or empty
   * @param hold kind of hold, or empty
   * @param outlook what is left of its wait, or null when not waiting or nothing can be said
   * @param why why it was called, or null
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
      @Nullable Text why) {}

  /** Counts of the hall's day. */
  public record Today(int issued, int waiting, int called, int serving, int held, int missed) {}
}
