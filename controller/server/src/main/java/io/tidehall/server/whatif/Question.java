package io.tidehall.server.whatif;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a manager wants to know of a past day.
 *
 * @param policy another routing policy; without it that of the day
 * @param windows windows that are staffed or skilled otherwise than they were
 * @param extra comprehensive windows more, all day
 * @param tides who opens tidal windows
 */
public record Question(
    LocalDate day, @Nullable Policy policy, List<WindowWish> windows, int extra, TideWish tides) {
  public Question {
    // Requests may leave out what stays as it was.
    windows = windows == null ? List.of() : List.copyOf(windows);
    tides = tides == null ? TideWish.AS_IT_WAS : tides;
  }

  /** The day as it was. */
  public static Question asItWas(LocalDate day) {
    return new Question(day, null, List.of(), 0, TideWish.AS_IT_WAS);
  }

  /** A policy by name; parameters that are left out are usual. */
  public record Policy(String name, Map<String, Double> parameters) {
    public Policy {
      parameters = parameters == null ? Map.of() : parameters;
    }
  }

  /**
   * A window otherwise than it was.
   *
   * @param spans when it is staffed, for {@link Staffing#SPANS}
   * @param second its second fields; without them as they were
   */
  public record WindowWish(
      String window, Staffing staffing, List<Span> spans, @Nullable List<String> second) {
    public WindowWish {
      staffing = staffing == null ? Staffing.AS_IT_WAS : staffing;
      spans = spans == null ? List.of() : List.copyOf(spans);
    }
  }

  /** When a window is staffed. */
  public enum Staffing {
    AS_IT_WAS,
    CLOSED,
    ALL_DAY,
    SPANS
  }

  /** A part of the day. */
  public record Span(LocalTime from, LocalTime to) {}

  /**
   * Who opens tidal windows.
   *
   * @param figures what the rule is set by, where it is not the hall's or the usual: {@code open}
   *     and {@code close} of a threshold in people, {@code safety} of the staffing rule
   */
  public record TideWish(Rule rule, Map<String, Double> figures) {
    static final TideWish AS_IT_WAS = new TideWish(Rule.AS_IT_WAS, Map.of());

    public TideWish {
      rule = rule == null ? Rule.AS_IT_WAS : rule;
      figures = figures == null ? Map.of() : figures;
    }

    /** What opens tidal windows. */
    public enum Rule {
      AS_IT_WAS,
      NEVER,
      ALL_DAY,
      THRESHOLD,
      STAFFING
    }
  }
}
