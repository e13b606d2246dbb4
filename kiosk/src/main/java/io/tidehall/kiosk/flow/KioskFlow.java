package io.tidehall.kiosk.flow;

import io.tidehall.device.flow.Flow;
import io.tidehall.kiosk.flow.Happening.Answered;
import io.tidehall.kiosk.flow.Happening.NotAnswered;
import io.tidehall.kiosk.flow.Happening.Reached;
import io.tidehall.kiosk.flow.Happening.Said;
import io.tidehall.kiosk.flow.Happening.Tick;
import io.tidehall.kiosk.flow.Happening.Touch;
import io.tidehall.kiosk.flow.Screen.Asked;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.Catalogue;
import io.tidehall.protocol.HallAnswer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way from the first touch to the number. One request at a time: while the hall is asked,
 * touches do nothing, so a double tap takes one ticket. A number once shown stays until its time is
 * over, whatever happens to the hall meanwhile.
 */
public final class KioskFlow implements Flow<Kiosk, Happening, Effect> {
  @Override
  public Step<Kiosk, Effect> next(Kiosk kiosk, Happening happening) {
    return switch (happening) {
      case Said(var message) -> Step.to(settle(kiosk.with(kiosk.world().with(message))));
      case Reached(var reach) -> Step.to(settle(kiosk.with(kiosk.world().with(reach))));
      case Tick(var now, long steady) -> tick(kiosk.at(now, steady));
      case Answered(long ask, var reply) -> Step.to(settle(answered(kiosk, ask, reply)));
      case NotAnswered(long ask) -> Step.to(settle(notAnswered(kiosk, ask)));
      case Happening.ReaderIs(var reader) ->
          Step.to(found(kiosk.with(kiosk.world().with(reader)), happening));
      case Happening.CardUnreadable _ ->
          Step.to(
              kiosk.screen() instanceof Screen.Staff
                  ? found(kiosk, happening)
                  : Identifying.unreadable(kiosk));
      case Happening.Recognised(var who) ->
          Step.to(
              kiosk.screen() instanceof Screen.Identify screen
                  ? Identifying.recognised(kiosk, screen, who)
                  : kiosk);
      case Happening.Sensed(var sensor, boolean on) ->
          Step.to(kiosk.with(kiosk.world().senses().with(sensor, on, kiosk.steady())));
      case Happening.Scanned(var text) ->
          kiosk.screen() instanceof Screen.Staff
              ? Step.to(found(kiosk, happening))
              : Booking.scanned(kiosk, text);
      case Happening.Kept(var setup) -> Step.to(kiosk.with(kiosk.world().keeping(setup)));
      case Happening.PinChecked(boolean right) -> Servicing.checked(kiosk, right);
      case Happening.Remembered(var guard) -> Step.to(kiosk.guarded(guard));
      case Happening.VoiceIs(var voice) -> Step.to(kiosk.with(kiosk.world().with(voice)));
      case Happening.LookedAround _, Happening.ButtonsAre _, Happening.Pressed _ ->
          Step.to(found(kiosk, happening));
      case Touch touch -> touch(kiosk.with(kiosk.world().senses().touched()), touch);
    };
  }

  private static Kiosk found(Kiosk kiosk, Happening happening) {
    return kiosk.screen() instanceof Screen.Staff staff
        ? Servicing.found(kiosk, staff, happening)
        : kiosk;
  }

  private static Step<Kiosk, Effect> tick(Kiosk kiosk) {
    if (kiosk.screen() instanceof Screen.Staff staff) {
      return settled(Servicing.tick(kiosk, staff));
    }
    return Step.to(kiosk.over() ? settle(kiosk.cleared()) : kiosk);
  }

  private static Step<Kiosk, Effect> settled(Step<Kiosk, Effect> step) {
    return new Step<>(settle(step.screen()), step.effects());
  }

  /** Shows what stands in the way of choosing, and takes it away when it is gone. */
  private static Kiosk settle(Kiosk kiosk) {
    Screen screen = kiosk.screen();
    if (screen instanceof Screen.Staff staff && Servicing.outlived(kiosk, staff)) {
      return settle(kiosk.cleared());
    }
    if (!screen.choosing() && !(screen instanceof Screen.Blocked)) {
      return doubted(kiosk);
    }
    Optional<Block> block = kiosk.world().block();
    if (block.isPresent()) {
      var blocked = new Screen.Blocked(block.get());
      return screen.equals(blocked) ? kiosk : kiosk.show(blocked);
    }
    boolean gone =
        switch (screen) {
          case Screen.Blocked _ -> true;
          case Screen.Items(var line, _) -> kiosk.world().line(line).isEmpty();
          case Screen.Confirm(var choice) -> kiosk.world().line(choice.line()).isEmpty();
          case Screen.Greens(var choice) -> kiosk.world().line(choice.line()).isEmpty();
          case Screen.Identify it -> kiosk.world().line(it.choice().line()).isEmpty();
          case Screen.Apart(_, var parts) ->
              parts.stream().anyMatch(it -> kiosk.world().line(it.line()).isEmpty());
          case Screen.Guide guide -> kiosk.world().item(guide.item()).isEmpty();
          case Screen.CheckIn _ -> !kiosk.world().books();
          default -> false;
        };
    return gone ? kiosk.show(new Screen.Lines(0)) : kiosk;
  }

  private static Kiosk answered(Kiosk kiosk, long ask, HallAnswer.Reply reply) {
    return switch (kiosk.screen()) {
      case Screen.Taking taking when taking.ask() == ask -> taken(kiosk, reply);
      case Screen.CheckingIn it when it.ask() == ask -> Booking.answered(kiosk, it.from(), reply);
      case Screen.Exists exists when exists.ask() == ask -> {
        boolean printed = reply instanceof HallAnswer.Done;
        var reprint = printed ? Screen.Reprint.PRINTED : Screen.Reprint.FAILED;
        yield kiosk.show(new Screen.Exists(exists.ticket(), reprint, ask));
      }
      case Screen.Joining(var choice, long its) when its == ask ->
          Joining.answered(kiosk, choice, reply);
      case Screen.Staff staff -> Servicing.answered(kiosk, staff, ask, reply);
      default -> Finding.printed(kiosk, Finding.print(ask, reply));
    };
  }

  private static Kiosk taken(Kiosk kiosk, HallAnswer.Reply reply) {
    return switch (reply) {
      case HallAnswer.TicketIssued issued -> issued(kiosk, issued);
      case HallAnswer.TicketExists(var ticket) ->
          kiosk.show(new Screen.Exists(ticket, Screen.Reprint.OFFERED, 0));
      case HallAnswer.Refused(var code, var because) ->
          kiosk.show(new Screen.Refused(code, because));
      case HallAnswer.Done _, HallAnswer.LineFor _ -> kiosk.cleared();
    };
  }

  /** The number; whether a slip comes the hall knows best, which may have looked later. */
  static Kiosk issued(Kiosk kiosk, HallAnswer.TicketIssued issued) {
    Boolean slip = issued.slip();
    return kiosk.show(
        new Screen.Issued(issued.ticket(), slip == null ? kiosk.world().prints() : slip));
  }

  /** A printer that fails while a number is shown: the slip may not have come out. */
  private static Kiosk doubted(Kiosk kiosk) {
    if (kiosk.world().printerTrouble().isEmpty()) {
      return kiosk;
    }
    return switch (kiosk.screen()) {
      case Screen.Issued(var ticket, var paper) when paper == Screen.Paper.COMING ->
          kiosk.show(new Screen.Issued(ticket, Screen.Paper.DOUBTFUL));
      case Screen.Exists(var ticket, var reprint, long ask)
          when reprint == Screen.Reprint.PRINTED ->
          kiosk.show(new Screen.Exists(ticket, Screen.Reprint.FAILED, ask));
      default -> kiosk;
    };
  }

  private static Kiosk notAnswered(Kiosk kiosk, long ask) {
    return switch (kiosk.screen()) {
      case Screen.Taking taking when taking.ask() == ask ->
          kiosk.show(new Screen.Unanswered(new Asked.ForTicket(taking.choice()), ask));
      case Screen.CheckingIn it when it.ask() == ask ->
          kiosk.show(new Screen.Unanswered(new Asked.ForBooking(it.booking(), it.from()), ask));
      case Screen.Exists exists when exists.ask() == ask ->
          kiosk.show(new Screen.Exists(exists.ticket(), Screen.Reprint.FAILED, ask));
      case Screen.Joining(var choice, long its) when its == ask -> Joining.apart(kiosk, choice);
      case Screen.Staff staff -> Servicing.notAnswered(kiosk, staff, ask);
      default -> Finding.printed(kiosk, new Screen.Print(Screen.Reprint.FAILED, ask, null));
    };
  }

  private static Step<Kiosk, Effect> touch(Kiosk kiosk, Touch touch) {
    if (touch instanceof Happening.SwitchLanguage) {
      return Step.to(kiosk.in(kiosk.speech().turned()));
    }
    if (asked(kiosk.screen())) {
      return Step.to(kiosk);
    }
    if (kiosk.screen() instanceof Screen.Staff staff) {
      return settled(Servicing.touch(kiosk, staff, touch));
    }
    if (touch instanceof Happening.AskService) {
      return Step.to(Servicing.asked(kiosk));
    }
    return switch (touch) {
      case Happening.MoreTime _ -> Step.to(kiosk.touched());
      case Happening.Home _ -> Step.to(settle(kiosk.cleared()));
      case Happening.Back _
          when kiosk.screen() instanceof Screen.Confirm(var choice) && choice.items().size() > 1 ->
          Joining.withoutLast(kiosk, choice);
      case Happening.AskAids _ when offersAids(kiosk.screen()) ->
          Step.to(kiosk.show(new Screen.Aids(kiosk.screen())));
      case Happening.Back _ -> Step.to(back(kiosk));
      case Happening.TurnTo(int page) -> Step.to(turn(kiosk, page));
      case Happening.Take _ -> take(kiosk);
      case Happening.AskAgain _ -> askAgain(kiosk);
      case Happening.AskReprint _ -> reprint(kiosk);
      case Happening.PrintList _ -> Finding.print(kiosk);
      case Happening.TakeNext _ when ended(kiosk.screen()) -> Step.to(Joining.takeNext(kiosk));
      default -> choose(kiosk, touch);
    };
  }

  /** Whether the hall is being asked, so that nothing else can be. */
  public static boolean asked(Screen screen) {
    return screen instanceof Screen.Taking
        || screen instanceof Screen.Joining
        || screen instanceof Screen.CheckingIn;
  }

  /** Whether help to see is offered: while choosing, and not over itself. */
  public static boolean offersAids(Screen screen) {
    return screen.choosing() && !(screen instanceof Screen.Aids);
  }

  private static boolean ended(Screen screen) {
    return screen instanceof Screen.Issued
        || screen instanceof Screen.Exists
        || screen instanceof Screen.Refused;
  }

  private static Step<Kiosk, Effect> choose(Kiosk kiosk, Touch touch) {
    return switch (kiosk.screen()) {
      case Screen.Lines _ when touch instanceof Happening.ChooseLine(var line) ->
          chooseLine(kiosk, line);
      case Screen.Items(var line, _) when touch instanceof Happening.ChooseItem(var item) ->
          Joining.chosen(kiosk, line, item, null);
      case Screen.Items(var line, _) when touch instanceof Happening.SkipItem ->
          Joining.chosen(kiosk, line, null, null);
      case Screen.Guide guide -> Finding.guide(kiosk, guide, touch);
      case Screen.Identify screen -> Identifying.touch(kiosk, screen, touch);
      case Screen.CheckIn screen -> Booking.touch(kiosk, screen, touch);
      default -> Step.to(look(kiosk, touch));
    };
  }

  private static Kiosk look(Kiosk kiosk, Touch touch) {
    return switch (kiosk.screen()) {
      case Screen.Lines _ when touch instanceof Happening.Seek ->
          kiosk.show(new Screen.Search("", 0));
      case Screen.Lines _ when touch instanceof Happening.HaveBooked && kiosk.world().books() ->
          kiosk.show(new Screen.CheckIn());
      case Screen.Search search -> Finding.search(kiosk, search, touch);
      case Screen.Confirm(var choice)
          when touch instanceof Happening.AddItem && kiosk.mayAdd(choice) ->
          Joining.add(kiosk, choice);
      case Screen.Aids _ when touch instanceof Happening.SwitchAid(var aid) ->
          kiosk.in(
              aid == Comfort.Aid.SPOKEN
                  ? kiosk.comfort().speaking(!kiosk.speaks())
                  : kiosk.comfort().switched(aid));
      case Screen.Aids _ when touch instanceof Happening.Louder(int steps) && kiosk.speaks() ->
          kiosk.in(kiosk.comfort().louder(steps));
      case Screen.Apart apart when touch instanceof Happening.TakeApart ->
          Joining.takeApart(kiosk, apart);
      case Screen.Confirm(var choice) when touch instanceof Happening.AskGreen ->
          kiosk.show(new Screen.Greens(choice));
      case Screen.Greens(var choice) when touch instanceof Happening.ChooseGreen(var reason) ->
          green(kiosk, choice, reason);
      case Screen.Greens(var choice) when touch instanceof Happening.NoGreen ->
          green(kiosk, choice, null);
      default -> kiosk;
    };
  }

  private static Kiosk green(Kiosk kiosk, Choice choice, @Nullable String reason) {
    return kiosk
        .alike(it -> it.withGreen(reason))
        .show(new Screen.Confirm(choice.withGreen(reason)));
  }

  private static Step<Kiosk, Effect> chooseLine(Kiosk kiosk, String id) {
    Optional<Catalogue.Line> line = kiosk.world().line(id);
    if (line.isEmpty() || !kiosk.world().taking(id)) {
      return Step.to(kiosk.touched());
    }
    var items = line.get().items();
    return switch (items.size()) {
      case 0 -> Joining.chosen(kiosk, id, null, null);
      case 1 -> Joining.chosen(kiosk, id, items.getFirst(), null);
      default -> Step.to(kiosk.show(new Screen.Items(id, 0)));
    };
  }

  private static Kiosk turn(Kiosk kiosk, int page) {
    return switch (kiosk.screen()) {
      case Screen.Lines _ -> kiosk.show(new Screen.Lines(Math.max(0, page)));
      case Screen.Items(var line, _) -> kiosk.show(new Screen.Items(line, Math.max(0, page)));
      case Screen.Search(var typed, _) -> kiosk.show(new Screen.Search(typed, Math.max(0, page)));
      case Screen.Guide guide -> kiosk.show(guide.turned(Math.max(0, page)));
      default -> kiosk;
    };
  }

  private static Kiosk back(Kiosk kiosk) {
    return switch (kiosk.screen()) {
      case Screen.Aids(var from) -> settle(kiosk.show(from));
      case Screen.Lines _ when kiosk.visit().adding() != null ->
          kiosk.in(Kiosk.Visit.NONE).show(new Screen.Confirm(kiosk.visit().adding()));
      case Screen.Items _, Screen.Search _, Screen.CheckIn _ -> kiosk.show(new Screen.Lines(0));
      case Screen.Guide guide -> kiosk.show(guide.from());
      case Screen.Confirm(var choice) -> beforeConfirming(kiosk, choice);
      case Screen.Identify it -> beforeConfirming(kiosk, it.choice());
      case Screen.Apart apart -> kiosk.show(new Screen.Confirm(apart.parts().getFirst()));
      case Screen.Greens(var choice) -> kiosk.show(new Screen.Confirm(choice));
      default -> kiosk;
    };
  }

  private static Kiosk beforeConfirming(Kiosk kiosk, Choice choice) {
    if (choice.guide() != null) {
      return kiosk.show(choice.guide());
    }
    boolean items =
        kiosk.world().line(choice.line()).filter(it -> it.items().size() > 1).isPresent();
    return kiosk.show(items ? new Screen.Items(choice.line(), 0) : new Screen.Lines(0));
  }

  private static Step<Kiosk, Effect> take(Kiosk kiosk) {
    Choice choice =
        switch (kiosk.screen()) {
          case Screen.Confirm(var it) when kiosk.world().taking(it.line()) -> it;
          default -> null;
        };
    if (choice == null) {
      return Step.to(kiosk);
    }
    Kiosk asking = kiosk.asking();
    long ask = asking.asks();
    return Step.to(
        asking.show(new Screen.Taking(choice, ask)),
        new Effect.Ask(ask, choice.wish(kiosk.language())));
  }

  /** Under the number of the request that got no answer, so that it cannot take two tickets. */
  private static Step<Kiosk, Effect> askAgain(Kiosk kiosk) {
    if (!(kiosk.screen() instanceof Screen.Unanswered(var asked, long ask))) {
      return Step.to(kiosk);
    }
    return switch (asked) {
      case Asked.ForTicket(var choice) ->
          Step.to(
              kiosk.show(new Screen.Taking(choice, ask)),
              new Effect.Ask(ask, choice.wish(kiosk.language())));
      case Asked.ForBooking(var booking, var from) -> Booking.ask(kiosk, booking, from, ask);
    };
  }

  private static Step<Kiosk, Effect> reprint(Kiosk kiosk) {
    if (!(kiosk.screen() instanceof Screen.Exists(var ticket, var reprint, _))
        || reprint != Screen.Reprint.OFFERED
        || !kiosk.world().printsNow()) {
      return Step.to(kiosk);
    }
    Kiosk asking = kiosk.asking();
    long ask = asking.asks();
    return Step.to(
        asking.show(new Screen.Exists(ticket, Screen.Reprint.ASKED, ask)),
        new Effect.Ask(ask, new Act.ReprintSlip(ticket.id(), kiosk.language())));
  }
}
