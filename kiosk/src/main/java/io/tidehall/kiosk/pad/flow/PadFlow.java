package io.tidehall.kiosk.pad.flow;

import io.tidehall.device.flow.Flow;
import io.tidehall.kiosk.pad.flow.PadHappening.ChooseLevel;
import io.tidehall.kiosk.pad.flow.PadHappening.Reached;
import io.tidehall.kiosk.pad.flow.PadHappening.Said;
import io.tidehall.kiosk.pad.flow.PadHappening.Tick;
import io.tidehall.kiosk.pad.flow.PadHappening.ToggleReason;
import io.tidehall.protocol.Catalogue;
import io.tidehall.protocol.HallStatus;
import io.tidehall.protocol.Message;
import io.tidehall.protocol.WindowState;
import io.tidehall.protocol.WindowState.RatingInvitation;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rating a service (一次一评), freely given: nothing is chosen beforehand, silence is never a good
 * rating, and a bad one comes with a reason or is told at the desk.
 */
public final class PadFlow implements Flow<Pad, PadHappening, PadEffect> {
  /** Silence as long as this is 未评价. */
  static final Duration SILENCE = Duration.ofSeconds(60);

  private static final Duration THANKS = Duration.ofSeconds(5);
  private static final int BAD = 2;
  private static final int MOST_REASONS = 8;

  @Override
  public Step<Pad, PadEffect> next(Pad pad, PadHappening happening) {
    return switch (happening) {
      case Said(var message) -> invited(said(pad, message));
      case Reached(var reach) -> Step.to(pad.with(reach));
      case Tick(var now, long steady) -> tick(pad.at(now, steady));
      case ChooseLevel(int level) -> choose(pad, level);
      case ToggleReason(var code) -> Step.to(toggle(pad, code));
      case PadHappening.Send _ -> send(pad, false);
      case PadHappening.SayAtDesk _ -> send(pad, true);
      case PadHappening.Back _ -> Step.to(back(pad));
      case PadHappening.Decline _ -> decline(pad);
      case PadHappening.SwitchLanguage _ -> Step.to(pad.in(pad.language().other()));
    };
  }

  private static Pad said(Pad pad, Message message) {
    return switch (message) {
      case HallStatus it -> pad.with(it);
      case Catalogue it -> pad.with(it);
      case WindowState it -> pad.with(it);
      default -> pad;
    };
  }

  /** Follows the window: wakes for a new service, sleeps when the hall waits no longer. */
  private static Step<Pad, PadEffect> invited(Pad pad) {
    RatingInvitation next = pad.window() == null ? null : pad.window().rating();
    RatingInvitation present = present(pad);
    if (next == null || pad.settled().contains(next.service())) {
      // Who is choosing reasons has begun to speak, and is heard out.
      return Step.to(pad.screen() instanceof PadScreen.Rate ? pad.idle() : pad);
    }
    if (present != null && present.service().equals(next.service())) {
      return Step.to(pad);
    }
    // The hall says when silence counts; a retained invitation may be long over.
    long left = Duration.between(pad.now(), next.until()).toMillis();
    if (left <= 0) {
      return Step.to(pad);
    }
    Pad woken = pad.idle().show(new PadScreen.Rate(next), Math.min(left, SILENCE.toMillis()));
    return present == null
        ? Step.to(woken)
        : Step.to(woken.settling(present.service()), new PadEffect.Decline(present.service()));
  }

  private static @Nullable RatingInvitation present(Pad pad) {
    return switch (pad.screen()) {
      case PadScreen.Rate(var invitation) -> invitation;
      case PadScreen.Reasons(var invitation, _, _) -> invitation;
      case PadScreen.Idle _, PadScreen.Thanks _ -> null;
    };
  }

  private static Step<Pad, PadEffect> tick(Pad pad) {
    if (!pad.over()) {
      return Step.to(pad);
    }
    return present(pad) == null ? invited(pad.idle()) : decline(pad);
  }

  private static Step<Pad, PadEffect> choose(Pad pad, int level) {
    if (!(pad.screen() instanceof PadScreen.Rate(var invitation))) {
      return Step.to(pad);
    }
    if (level > BAD) {
      return thanks(
          pad, new PadEffect.Rate(invitation.service(), level, List.of(), false), invitation);
    }
    var reasons = new PadScreen.Reasons(invitation, level, java.util.Set.of());
    return Step.to(pad.show(reasons, SILENCE.toMillis()));
  }

  private static Pad toggle(Pad pad, String code) {
    if (!(pad.screen() instanceof PadScreen.Reasons(var invitation, int level, var chosen))) {
      return pad;
    }
    var next = new LinkedHashSet<>(chosen);
    if (!next.remove(code) && next.size() < MOST_REASONS) {
      next.add(code);
    }
    return pad.show(new PadScreen.Reasons(invitation, level, next), SILENCE.toMillis());
  }

  private static Step<Pad, PadEffect> send(Pad pad, boolean atDesk) {
    if (!(pad.screen() instanceof PadScreen.Reasons(var invitation, int level, var chosen))
        || (chosen.isEmpty() && !atDesk)) {
      return Step.to(pad);
    }
    List<String> reasons = chosen.stream().sorted().toList();
    return thanks(
        pad, new PadEffect.Rate(invitation.service(), level, reasons, atDesk), invitation);
  }

  private static Step<Pad, PadEffect> thanks(
      Pad pad, PadEffect rating, RatingInvitation invitation) {
    Pad settled = pad.settling(invitation.service());
    return Step.to(settled.show(new PadScreen.Thanks(), THANKS.toMillis()), rating);
  }

  private static Pad back(Pad pad) {
    return pad.screen() instanceof PadScreen.Reasons(var invitation, _, _)
        ? pad.show(new PadScreen.Rate(invitation), SILENCE.toMillis())
        : pad;
  }

  private static Step<Pad, PadEffect> decline(Pad pad) {
    RatingInvitation present = present(pad);
    return present == null
        ? Step.to(pad)
        : Step.to(pad.settling(present.service()).idle(), new PadEffect.Decline(present.service()));
  }
}
