package io.tidehall.simulator.command;

import io.tidehall.simulator.compare.Interval;
import io.tidehall.simulator.compare.Measure;
import io.tidehall.simulator.compare.Outcome;
import io.tidehall.simulator.scenario.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Writes a comparison as a table for people and as CSV for programs. */
final class Report {
  private Report() {}

  static String table(Scenario hall, List<Outcome> outcomes, int days, long seed) {
    StringBuilder text = new StringBuilder();
    text.append(hall.title())
        .append(", ")
        .append(days)
        .append(days == 1 ? " day" : " days")
        .append(", seed ")
        .append(seed)
        .append("; waits in minutes, mean over days ± 95 %\n\n");
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of(""));
    for (Measure it : Measure.values()) {
      head.add(it.unit().equals("%") ? it.title() + " %" : it.title());
    }
    rows.add(head);
    for (Outcome outcome : outcomes) {
      List<String> row = new ArrayList<>(List.of(outcome.variant().name()));
      for (Measure it : Measure.values()) {
        row.add(cell(it, outcome));
      }
      rows.add(row);
    }
    align(text, rows);
    if (outcomes.size() > 1) {
      text.append("\nas a multiple of ")
          .append(outcomes.getFirst().variant().name())
          .append(" on the same customers\n\n");
      align(text, ratios(outcomes));
    }
    return text.toString();
  }

  private static List<List<String>> ratios(List<Outcome> outcomes) {
    List<Measure> measures =
        List.of(
            Measure.MEAN,
            Measure.P90,
            Measure.P99,
            Measure.TOO_LONG,
            Measure.WORST_FIELD,
            Measure.WINDOW_HOURS);
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of(""));
    measures.forEach(it -> head.add(it.title()));
    rows.add(head);
    for (Outcome outcome : outcomes.subList(1, outcomes.size())) {
      List<String> row = new ArrayList<>(List.of(outcome.variant().name()));
      for (Measure it : measures) {
        Interval ratio = outcome.ratio(it, outcomes.getFirst());
        row.add(Double.isFinite(ratio.mean()) ? number(ratio.mean(), 3) + half(ratio, 3) : "–");
      }
      rows.add(row);
    }
    return rows;
  }

  private static String cell(Measure measure, Outcome outcome) {
    if (measure == Measure.SPREAD_OF_USE) {
      return number(outcome.together().spreadOfUse(), 4);
    }
    Interval it = outcome.interval(measure);
    Interval scaled = new Interval(it.mean() * measure.scale(), it.half() * measure.scale());
    return switch (measure) {
      case MEAN, P99, WORST_FIELD -> number(scaled.mean(), 2) + half(scaled, 2);
      case UNSERVED, WINDOW_HOURS, TIDAL_HOURS -> number(scaled.mean(), 1);
      default -> number(scaled.mean(), 2);
    };
  }

  private static String half(Interval it, int places) {
    return Double.isFinite(it.half()) ? " ±" + number(it.half(), places) : "";
  }

  private static String number(double value, int places) {
    return String.format(Locale.ROOT, "%." + places + "f", value);
  }

  /** Puts rows under each other, the first column to the left and the others to the right. */
  static void align(StringBuilder text, List<List<String>> rows) {
    int[] width = new int[rows.getFirst().size()];
    for (List<String> row : rows) {
      for (int i = 0; i < width.length; i++) {
        width[i] = Math.max(width[i], row.get(i).length());
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < width.length; i++) {
        String space = " ".repeat(width[i] - row.get(i).length());
        line.append(i == 0 ? row.get(i) + space : "  " + space + row.get(i));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
  }

  static String csv(List<Outcome> outcomes) {
    StringBuilder text = new StringBuilder("variant,day");
    Arrays.stream(Measure.values())
        .forEach(it -> text.append(',').append(it.name().toLowerCase(Locale.ROOT)));
    text.append('\n');
    for (Outcome outcome : outcomes) {
      for (int day = 0; day < outcome.values().size(); day++) {
        text.append('"')
            .append(outcome.variant().name().replace("\"", "\"\""))
            .append("\",")
            .append(day);
        for (double value : outcome.values().get(day).values()) {
          text.append(',').append(value);
        }
        text.append('\n');
      }
    }
    return text.toString();
  }
}
