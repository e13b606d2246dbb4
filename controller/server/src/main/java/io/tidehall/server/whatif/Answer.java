package io.tidehall.server.whatif;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A past day three times over: as it was, as the model repeats it under its own policy, and as it
 * might have been. Times are in minutes.
 *
 * @param policy of the day
 * @param whatIfPolicy of what might have been
 */
public record Answer(
    LocalDate day,
    double targetMinutes,
    Question.Policy policy,
    Question.Policy whatIfPolicy,
    Figures actual,
    Figures model,
    Figures whatIf,
    Fit fit,
    Left left,
    List<LineWaits> lines,
    List<Quarter> quarters) {

  /**
   * A day in figures. Waits are of those who were called, from issue or transfer to the call.
   *
   * @param aboveTarget share of waits longer than the hall promises
   * @param worstLine the line with the longest mean wait; null when nobody was called
   * @param idleWhileWaiting share of open window time without a ticket while anybody waited
   * @param spreadOfUse standard deviation over base windows of the share of open time with a ticket
   * @param unserved visitors whom no window called
   */
  public record Figures(
      double mean,
      double median,
      double p90,
      double p99,
      double aboveTarget,
      @Nullable String worstLine,
      double worstLineMean,
      double idleWhileWaiting,
      double spreadOfUse,
      double windowHours,
      double tidalHours,
      int unserved) {}

  /**
   * How well the model repeats the day.
   *
   * @param meanError of a visitor's wait, without its sign
   * @param bias of the mean wait; above zero when the model waits longer
   */
  public record Fit(Grade grade, double meanError, double bias) {
    /** How far a manager may trust it. */
    public enum Grade {
      GOOD,
      FAIR,
      POOR
    }
  }

  /**
   * What the model does not have as it was.
   *
   * @param visits waits that were replayed
   * @param noShows of them, visitors who were called in vain
   * @param voided tickets given up while they waited: left out
   * @param atEnd tickets that waited when the day ended: left out
   * @param again waits after a no-show or a transfer: they begin when they did
   * @param stoodBack tickets whose holders let others go first: they do so again, if they wait then
   * @param lent windows that may lend their clerk to a tidal one
   * @param toOneWindow of them, waits for one window or clerk: they count in their line
   * @param unfinished services that the day's end cut off: they take the line's usual time
   * @param rescoped windows whose lines changed during the day: the longest setup counts
   * @param policies policies of the day: the one that called most counts
   * @param pauseSeconds the clerks' pause between two tickets
   */
  public record Left(
      int visits,
      int noShows,
      int voided,
      int atEnd,
      int again,
      int stoodBack,
      int lent,
      int toOneWindow,
      int unfinished,
      int rescoped,
      int policies,
      long pauseSeconds) {}

  /** Mean waits of a line. */
  public record LineWaits(
      String line, String zh, String en, int visits, double actual, double model, double whatIf) {}

  /**
   * How many waited on average in a quarter of an hour.
   *
   * @param minute its begin, minutes since midnight
   */
  public record Quarter(int minute, double actual, double model, double whatIf) {}

  static Question.Policy policy(io.tidehall.hall.plan.PolicyPlan plan) {
    Map<String, Double> parameters = new java.util.TreeMap<>();
    plan.parameters().forEach(it -> parameters.put(it.name(), it.value()));
    return new Question.Policy(plan.name(), parameters);
  }
}
