package io.tidehall.server.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A set of moments as spans in order that do not touch. */
record Spans(List<Span> spans) {
  /** From inclusive, to exclusive. */
  record Span(Instant from, Instant to) {}

  /** The union of spans in any order; empty and backward ones count as nothing. */
  static Spans of(List<Span> any) {
    List<Span> sorted =
        any.stream()
            .filter(it -> it.from().isBefore(it.to()))
            .sorted(Comparator.comparing(Span::from))
            .toList();
    List<Span> merged = new ArrayList<>();
    for (Span span : sorted) {
      Span last = merged.isEmpty() ? null : merged.getLast();
      if (last == null || last.to().isBefore(span.from())) {
        merged.add(span);
      } else if (last.to().isBefore(span.to())) {
        merged.set(merged.size() - 1, new Span(last.from(), span.to()));
      }
    }
    return new Spans(List.copyOf(merged));
  }

  Duration length() {
    return spans.stream()
        .map(it -> Duration.between(it.from(), it.to()))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** The parts of one span that are not in this set, in order. */
  List<Span> outside(Span span) {
    List<Span> parts = new ArrayList<>();
    Instant from = span.from();
    for (Span it : spans) {
      if (it.to().isAfter(from) && it.from().isBefore(span.to())) {
        if (from.isBefore(it.from())) {
          parts.add(new Span(from, it.from()));
        }
        from = it.to();
      }
    }
    if (from.isBefore(span.to())) {
      parts.add(new Span(from, span.to()));
    }
    return parts;
  }

  /** How much of one span lies in this set. */
  Duration within(Span span) {
    Duration sum = Duration.ZERO;
    for (Span it : spans) {
      Instant from = it.from().isAfter(span.from()) ? it.from() : span.from();
      Instant to = it.to().isBefore(span.to()) ? it.to() : span.to();
      if (from.isBefore(to)) {
        sum = sum.plus(Duration.between(from, to));
      }
    }
    return sum;
  }
}
