package io.tidehall.launcher.demo;

import io.tidehall.link.DeviceSession;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.Catalogue;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.Topics;
import io.tidehall.protocol.WindowState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rating pad of a window with a citizen before it: six in ten rate, the others walk away. */
final class LightPad {
  private static final Logger LOG = LoggerFactory.getLogger(LightPad.class);
  private static final double RATES = 0.6;
  private static final double SAYS_WHY = 0.5;
  private static final int BAD = 2;
  private static final List<String> WORDS = List.of("希望少跑一趟", "等候时间太长", "材料要求说得不清楚");

  private final DeviceSession session;
  private final Catalogue catalogue;
  private final Pace pace;
  private final long seed;
  private final Tally tally;
  private final ScheduledExecutorService timer;
  private final boolean alone;
  private String last = "";

  /**
   * A pad; {@link #watch} starts it.
   *
   * @param alone whether this is the window's only pad; beside a real one it leaves silence to that
   */
  LightPad(
      DeviceSession session,
      Catalogue catalogue,
      Pace pace,
      long seed,
      Tally tally,
      ScheduledExecutorService timer,
      boolean alone) {
    this.session = session;
    this.catalogue = catalogue;
    this.pace = pace;
    this.seed = seed;
    this.tally = tally;
    this.timer = timer;
    this.alone = alone;
  }

  void watch(String window) {
    session.watch(Topics.window(window), WindowState.class, this::seen);
  }

  private void seen(WindowState state) {
    WindowState.RatingInvitation invitation = state.rating();
    if (invitation == null || invitation.service().equals(last)) {
      return;
    }
    last = invitation.service();
    Duration left = Duration.between(session.hallClock().instant(), invitation.until());
    if (!left.isPositive()) {
      return; // an old invitation, seen again after a reconnection
    }
    var dice = new Dice(seed, "rating " + last);
    if (dice.chance(RATES)) {
      Duration thinking = pace.real(dice.between(4, 40));
      Duration latest = left.multipliedBy(8).dividedBy(10);
      rateAfter(thinking.compareTo(latest) < 0 ? thinking : latest, rating(last, dice));
    } else if (alone) {
      String service = last;
      later(left, () -> declined(service));
    }
  }

  private Act.RateService rating(String service, Dice dice) {
    double draw = dice.fraction();
    int level = draw < 0.62 ? 5 : draw < 0.87 ? 4 : draw < 0.95 ? 3 : draw < 0.98 ? 2 : 1;
    List<String> labels =
        catalogue.ratings().stream()
            .filter(it -> it.level() == level)
            .flatMap(it -> it.labels().stream())
            .map(Catalogue.Label::code)
            .toList();
    boolean bad = level <= BAD;
    List<String> reasons =
        labels.isEmpty() || (!bad && !dice.chance(SAYS_WHY))
            ? List.of()
            : List.of(dice.pick(labels));
    return new Act.RateService(
        service,
        level,
        reasons,
        bad && (reasons.isEmpty() || dice.chance(0.4)) ? dice.pick(WORDS) : "");
  }

  private void rateAfter(Duration delay, Act.RateService rating) {
    later(
        delay,
        () -> {
          var _ =
              session
                  .ask(rating)
                  .thenAccept(
                      reply -> {
                        if (reply instanceof HallAnswer.Done) {
                          tally.rated.incrementAndGet();
                        } else {
                          LOG.info("a rating was not taken: {}", reply);
                        }
                      });
        });
  }

  private void declined(String service) {
    var _ = session.ask(new Act.DeclineRating(service));
  }

  private void later(Duration delay, Runnable task) {
    try {
      var _ = timer.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException _) {
      LOG.debug("the demo is over");
    }
  }
}
