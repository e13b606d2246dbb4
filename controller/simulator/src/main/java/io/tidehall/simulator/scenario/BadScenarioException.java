package io.tidehall.simulator.scenario;

import java.util.List;
import java.util.stream.Collectors;

/** A scenario was refused; the message names everything that is wrong with it, one thing a line. */
public final class BadScenarioException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  public BadScenarioException(List<Problem> problems) {
    super(problems.stream().map(Problem::text).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
