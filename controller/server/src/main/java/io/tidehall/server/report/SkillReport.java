package io.tidehall.server.report;

import io.tidehall.hall.skill.SkillAdvice;
import java.util.List;

/**
 * Which windows should learn which field next, from the hall's own log.
 *
 * @param days of the log with tickets, of the last four weeks
 * @param daysNeeded before there is advice
 * @param rows the greatest gain first
 */
public record SkillReport(int days, int daysNeeded, List<Row> rows) {
  public SkillReport {
    rows = List.copyOf(rows);
  }

  /**
   * What one window should learn.
   *
   * @param use share of its manned time with a ticket
   * @param lines ids of the field's lines
   * @param savedMinutes waiting of all visitors together that a day would save
   * @param savedPerTicket seconds that the mean visitor of the hall would save
   */
  public record Row(
      String window,
      String field,
      double use,
      List<String> lines,
      double savedMinutes,
      double savedPerTicket) {
    static Row of(SkillAdvice advice, double use, List<String> lines, int days) {
      return new Row(
          advice.window().value(),
          advice.field(),
          Math.round(use * 1000) / 1000.0,
          lines,
          Math.round(advice.savedMinutes() / days * 10) / 10.0,
          Math.round(advice.savedPerTicket() * 60));
    }
  }
}
