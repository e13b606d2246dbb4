package io.tidehall.server.whatif;

import io.tidehall.hall.HallState;
import io.tidehall.hall.plan.PolicyPlan;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.routing.Policies;
import io.tidehall.protocol.Text;
import io.tidehall.server.whatif.Question.Span;
import io.tidehall.server.whatif.Question.Staffing;
import io.tidehall.server.whatif.Question.WindowWish;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a question can be answered; if not, why. */
final class Questions {
  private static final int MOST_EXTRA = 20;

  private Questions() {}

  static Optional<WhatIfs.Refused> problem(Question question, HallState state) {
    if (question.extra() < 0 || question.extra() > MOST_EXTRA) {
      return Optional.of(
          bad(
              Text.of("增开窗口数应为 0 至 20", "The windows more must be 0 to 20"),
              "extra to be 0 to " + MOST_EXTRA,
              question.extra()));
    }
    return policy(question)
        .or(() -> question.windows().stream().flatMap(it -> window(it, state).stream()).findFirst())
        .or(() -> tides(question, state));
  }

  private static Optional<WhatIfs.Refused> policy(Question question) {
    if (question.policy() == null) {
      return Optional.empty();
    }
    for (Map.Entry<String, Double> it : question.policy().parameters().entrySet()) {
      if (it.getValue() == null) {
        return Optional.of(number(it.getKey()));
      }
    }
    PolicyPlan plan = Replay.wanted(question, PolicyPlan.of(""));
    return Policies.problems(plan).stream()
        .findFirst()
        .map(
            it ->
                bad(
                    Text.of("叫号策略的参数不正确", "The policy's parameters are not valid"),
                    it.parameter().isEmpty()
                        ? "policy to be " + it.expected()
                        : it.parameter() + " to be " + it.expected(),
                    it.came()));
  }

  private static Optional<WhatIfs.Refused> window(WindowWish wish, HallState state) {
    String id = String.valueOf(wish.window());
    if (state.plan().windows().stream().noneMatch(it -> it.id().value().equals(id))) {
      return Optional.of(
          bad(
              Text.of("没有这个窗口：" + id, "There is no window " + id),
              "a window of the hall",
              new WindowId(id)));
    }
    if (wish.staffing() == Staffing.SPANS && !ordered(wish.spans())) {
      return Optional.of(
          bad(
              Text.of(
                  id + " 号窗口的时段应依次排列，结束晚于开始",
                  "The times of window " + id + " must be in order, each ending after its start"),
              "times of window " + id + " in order and apart",
              wish.spans()));
    }
    List<String> second = wish.second() == null ? List.of() : wish.second();
    return second.stream()
        .filter(field -> state.plan().lines().stream().noneMatch(it -> it.field().equals(field)))
        .findFirst()
        .map(
            it ->
                bad(
                    Text.of("没有这个领域：" + it, "There is no field " + it),
                    "a field of the hall's lines",
                    it));
  }

  private static boolean ordered(List<Span> spans) {
    for (int i = 0; i < spans.size(); i++) {
      Span it = spans.get(i);
      boolean late = it.from() == null || it.to() == null || !it.from().isBefore(it.to());
      if (late || (i > 0 && it.from().isBefore(spans.get(i - 1).to()))) {
        return false;
      }
    }
    return !spans.isEmpty();
  }

  private static Optional<WhatIfs.Refused> tides(Question question, HallState state) {
    for (Map.Entry<String, Double> it : question.tides().figures().entrySet()) {
      if (it.getValue() == null) {
        return Optional.of(number(it.getKey()));
      }
    }
    try {
      var _ =
          switch (question.tides().rule()) {
            case THRESHOLD -> Replay.threshold(question, state);
            case STAFFING -> Replay.staffing(question, state);
            case AS_IT_WAS, NEVER, ALL_DAY -> null;
          };
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(
          new WhatIfs.Refused(
              "BAD_REQUEST",
              Text.of(
                  "潮汐规则不正确：开的界限应高于关的界限，且都不为负",
                  "The tidal rule is not valid: it must open above the figure at which it closes"),
              String.valueOf(e.getMessage())));
    }
  }

  private static WhatIfs.Refused number(String parameter) {
    return bad(
        Text.of("参数应为数字：" + parameter, "A parameter must be a number: " + parameter),
        parameter + " to be a number",
        "nothing");
  }

  private static WhatIfs.Refused bad(Text words, String expected, Object came) {
    return new WhatIfs.Refused(
        "BAD_REQUEST", words, "Expected %s, but it is %s".formatted(expected, came));
  }
}
