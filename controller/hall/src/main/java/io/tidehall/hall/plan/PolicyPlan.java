package io.tidehall.hall.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Which routing policy a hall uses, and with which parameters; what is left out is usual.
 *
 * @param parameters by name, each once
 */
public record PolicyPlan(String name, List<Parameter> parameters) {
  public PolicyPlan {
    parameters = parameters.stream().sorted(Comparator.comparing(Parameter::name)).toList();
  }

  /** A number that a policy is set by. */
  public record Parameter(String name, double value) {}

  /** A policy with its usual parameters. */
  public static PolicyPlan of(String name) {
    return new PolicyPlan(name, List.of());
  }

  /** The same with one parameter set. */
  public PolicyPlan with(String parameter, double value) {
    var next =
        new ArrayList<>(parameters.stream().filter(it -> !it.name().equals(parameter)).toList());
    next.add(new Parameter(parameter, value));
    return new PolicyPlan(name, next);
  }

  public OptionalDouble find(String parameter) {
    return parameters.stream()
        .filter(it -> it.name().equals(parameter))
        .mapToDouble(Parameter::value)
        .findFirst();
  }

  @Override
  public String toString() {
    var text = new StringBuilder(name);
    for (Parameter it : parameters) {
      String value =
          it.value() == Math.rint(it.value())
              ? Long.toString((long) it.value())
              : Double.toString(it.value());
      text.append(' ').append(it.name()).append('=').append(value);
    }
    return text.toString();
  }
}
