package io.tidehall.launcher.demo;

import io.tidehall.hall.plan.GreenReason;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.Line;
import io.tidehall.link.DeviceSession;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.Language;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The citizens: they come by the day's shares and take their tickets at one light kiosk. */
final class Crowd implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Crowd.class);
  private static final double GREEN = 0.12;
  private static final double WITH_CARD = 0.85;
  private static final int REMEMBERED = 5_000;
  private static final Duration MEAN_SERVICE = Duration.ofMinutes(7);

  /** How often a life field is asked for; lines that are not about items go by their names. */
  private static final Map<String, Double> WEIGHTS =
      Map.of(
          "社会保险", 34.0,
          "医疗保险", 20.0,
          "民政救助", 14.0,
          "卫生健康", 8.0,
          "证件领取", 8.0,
          "咨询帮办", 7.0,
          "就业创业", 7.0,
          "办不成事反映", 1.0);

  private static final double USUAL_WEIGHT = 5;

  private final HallPlan plan;
  private final DeviceSession kiosk;
  private final DemoDay day;
  private final int visitors;
  private final long seed;
  private final Tally tally;
  private final double serviceFactor;
  private final Set<String> ours = Collections.synchronizedSet(bounded());

  Crowd(HallPlan plan, DeviceSession kiosk, DemoDay day, int visitors, long seed, Tally tally) {
    this.plan = plan;
    this.kiosk = kiosk;
    this.day = day;
    this.visitors = visitors;
    this.seed = seed;
    this.tally = tally;
    double weights = plan.lines().stream().mapToDouble(Crowd::weight).sum();
    double usual =
        plan.lines().stream()
                .mapToDouble(line -> weight(line) * line.usualService().toMillis())
                .sum()
            / weights;
    serviceFactor = MEAN_SERVICE.toMillis() / usual;
  }

  @Override
  public void run() {
    try {
      for (int today = 1; ; today++) {
        var dice = new Dice(seed, "day " + today);
        for (Duration arrival : DemoDay.arrivals(visitors, dice)) {
          Duration wait = day.until(today, arrival);
          if (wait.isPositive()) {
            Thread.sleep(wait);
          }
          takeTicket(dice);
        }
        Duration rest = day.until(today, DemoDay.LENGTH);
        if (rest.isPositive()) {
          Thread.sleep(rest);
        }
      }
    } catch (InterruptedException _) {
      LOG.debug("nobody comes any more");
    }
  }

  /** What becomes of the visit with this ticket. */
  Fate fate(String ticket, String lineId) {
    Duration usual =
        plan.lines().stream()
            .filter(line -> line.id().value().equals(lineId))
            .findFirst()
            .map(Line::usualService)
            .orElse(MEAN_SERVICE);
    Duration mean = Duration.ofMillis(Math.round(usual.toMillis() * serviceFactor));
    Fate fate = Fate.of(seed, ticket, mean);
    return ours.contains(ticket) ? fate : fate.ofSomebody();
  }

  private void takeTicket(Dice dice) {
    Line line = dice.weighted(plan.lines(), Crowd::weight);
    List<String> items = line.items().isEmpty() ? List.of() : List.of(dice.pick(line.items()));
    List<GreenReason> greens = plan.greenReasons();
    boolean green = dice.chance(GREEN) && !greens.isEmpty();
    @Nullable String reason = green ? dice.pick(greens).id() : null;
    String token = dice.token();
    @Nullable String person = dice.chance(WITH_CARD) ? token : null;
    var _ =
        kiosk
            .ask(new Act.TakeTicket(line.id().value(), items, reason, person, Language.ZH))
            .whenComplete(this::answered);
  }

  private void answered(HallAnswer.@Nullable Reply reply, @Nullable Throwable failed) {
    switch (reply) {
      case HallAnswer.TicketIssued issued -> {
        ours.add(issued.ticket().id());
        tally.ticket(issued.ticket().id());
      }
      case HallAnswer.Refused no -> {
        tally.turnedAway.incrementAndGet();
        LOG.info("a citizen left without a ticket: {}", no.code());
      }
      case null -> {
        tally.unanswered.incrementAndGet();
        LOG.info("a citizen left the kiosk: {}", failed == null ? "" : failed.getMessage());
      }
      case HallAnswer.TicketExists _, HallAnswer.LineFor _, HallAnswer.Done _ ->
          tally.turnedAway.incrementAndGet();
    }
  }

  private static double weight(Line line) {
    return WEIGHTS.getOrDefault(line.zh(), WEIGHTS.getOrDefault(line.field(), USUAL_WEIGHT));
  }

  private static Set<String> bounded() {
    return Collections.newSetFromMap(
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
          }
        });
  }
}
