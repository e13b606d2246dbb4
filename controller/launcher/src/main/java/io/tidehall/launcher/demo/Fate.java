package io.tidehall.launcher.demo;

import io.tidehall.hall.ticket.HoldKind;
import io.tidehall.hall.ticket.Outcome;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of one visit; drawn from the seed and the ticket, so that every clerk who asks
 * is told the same.
 *
 * @param comesAtCall the call the visitor follows, or 0 for none
 * @param returns whether one who was missed asks to wait again
 * @param hold how the service is interrupted, or null
 * @param passedOn whether the visitor is sent on to another line
 */
record Fate(
    int comesAtCall,
    boolean returns,
    Duration walk,
    Duration service,
    @Nullable HoldKind hold,
    boolean passedOn,
    Outcome outcome,
    String reason) {
  private record Ending(Outcome outcome, double weight, List<String> reasons) {}

  private static final List<Ending> ENDINGS =
      List.of(
          new Ending(Outcome.DONE_AT_ONCE, 52, List.of()),
          new Ending(Outcome.ACCEPTED, 24, List.of()),
          new Ending(Outcome.SUPPLEMENT, 8, List.of("缺户口簿复印件", "缺近期免冠照片两张", "申请表未签字", "缺银行卡复印件")),
          new Ending(Outcome.RETURNED, 3, List.of("不属于本级受理范围", "不符合申领条件", "材料已过有效期")),
          new Ending(Outcome.JOINT, 3, List.of()),
          new Ending(Outcome.AGENCY, 3, List.of()),
          new Ending(Outcome.CONSULTED, 7, List.of()));

  /** The fate of a ticket whose line takes this long as a rule. */
  static Fate of(long seed, String ticket, Duration mean) {
    var dice = new Dice(seed, "fate " + ticket);
    double comes = dice.fraction();
    Ending ending = dice.weighted(ENDINGS, Ending::weight);
    return new Fate(
        comes < 0.05 ? 0 : comes < 0.07 ? 2 : 1,
        dice.chance(0.4),
        dice.between(15, 45),
        dice.service(mean),
        dice.chance(0.04) ? dice.pick(List.of(HoldKind.values())) : null,
        dice.chance(0.03),
        ending.outcome(),
        ending.reasons().isEmpty() ? "" : dice.pick(ending.reasons()));
  }

  /** The same for a ticket that the crowd did not take: a person is there, and comes. */
  Fate ofSomebody() {
    return new Fate(1, false, walk, service, null, false, outcome, reason);
  }
}
