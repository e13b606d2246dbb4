package io.tidehall.kiosk.flow;

import io.tidehall.device.flow.Flow.Step;
import io.tidehall.kiosk.flow.Screen.Staff;
import io.tidehall.kiosk.flow.Service.Entry;
import io.tidehall.kiosk.flow.Service.Leave;
import io.tidehall.kiosk.flow.Service.Pin;
import io.tidehall.kiosk.flow.Service.Result;
import io.tidehall.link.DeviceSession.Reach;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.HallAnswer;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The service menu: behind a gesture and the hall's PIN, for the people who keep the kiosk. What is
 * tried is called well only when whoever was tried has said so.
 */
final class Servicing {
  /** How often the network's page looks again. */
  private static final long LOOK_MILLIS = 2_000;

  /** A step of the kiosk's own loudness, in percent. */
  private static final int LOUDER = 10;

  private Servicing() {}

  /** The gesture was made; whatever the visitor had begun is cleared. */
  static Kiosk asked(Kiosk kiosk) {
    return switch (kiosk.world().door()) {
      case SHUT -> kiosk;
      case OPEN -> kiosk.cleared().show(new Staff(new Service.Menu(), false));
      case PIN -> kiosk.cleared().show(new Staff(pin(kiosk), true));
    };
  }

  private static Pin pin(Kiosk kiosk) {
    return new Pin("", kiosk.guard().locked(kiosk.steady()) ? Pin.Note.LOCKED : Pin.Note.NONE);
  }

  /** Whoever got in because there was no hall is out when there is one. */
  static boolean outlived(Kiosk kiosk, Staff staff) {
    return !staff.trusted() && kiosk.world().door() != World.Door.OPEN;
  }

  static Step<Kiosk, Effect> touch(Kiosk kiosk, Staff staff, Happening.Touch touch) {
    return switch (touch) {
      case Happening.Home _ -> Step.to(kiosk.cleared());
      case Happening.Back _ -> Step.to(back(kiosk, staff));
      case Happening.MoreTime _ -> Step.to(kiosk.touched());
      default ->
          switch (staff.at()) {
            case Pin pin -> typed(kiosk, pin, touch);
            case Service.Menu _ when touch instanceof Happening.Open(var entry) ->
                open(kiosk, staff, entry);
            case Service.Sound it -> sound(kiosk, staff, it, touch);
            case Service.Colours(int shown) when touch instanceof Happening.Proceed ->
                Step.to(
                    shown + 1 < Service.Colours.COUNT
                        ? at(kiosk, staff, new Service.Colours(shown + 1))
                        : at(kiosk, staff, new Service.Touching(Set.of(), false)));
            case Service.Touching it when touch instanceof Happening.Hit(int field) ->
                Step.to(it.over() ? kiosk : at(kiosk, staff, it.with(field)));
            case Service.Touching it when touch instanceof Happening.Proceed && it.over() ->
                Step.to(at(kiosk, staff, new Service.Colours(0)));
            default -> touch instanceof Happening.Proceed ? act(kiosk, staff) : Step.to(kiosk);
          };
    };
  }

  private static Kiosk back(Kiosk kiosk, Staff staff) {
    return switch (staff.at()) {
      case Pin _, Service.Menu _ -> kiosk.cleared();
      case Service.Leaving _ -> kiosk;
      default -> at(kiosk, staff, new Service.Menu());
    };
  }

  private static Kiosk at(Kiosk kiosk, Staff staff, Service next) {
    return kiosk.show(new Staff(next, staff.trusted()));
  }

  private static Step<Kiosk, Effect> typed(Kiosk kiosk, Pin pin, Happening.Touch touch) {
    if (pin.note() == Pin.Note.CHECKING || pin.note() == Pin.Note.LOCKED) {
      return Step.to(kiosk);
    }
    String digits = pin.digits();
    return switch (touch) {
      case Happening.Type(var text) when text.matches("[0-9]") && digits.length() < Pin.MOST ->
          Step.to(kiosk.show(new Staff(new Pin(digits + text, Pin.Note.NONE), true)));
      case Happening.Erase _ when !digits.isEmpty() ->
          Step.to(
              kiosk.show(
                  new Staff(
                      new Pin(digits.substring(0, digits.length() - 1), Pin.Note.NONE), true)));
      case Happening.EraseAll _ -> Step.to(kiosk.show(new Staff(pin(kiosk), true)));
      case Happening.DigitsDone _ when pin.full() ->
          Step.to(
              kiosk.show(new Staff(new Pin(digits, Pin.Note.CHECKING), true)),
              new Effect.CheckPin(digits, kiosk.world().servicePin()));
      default -> Step.to(kiosk.touched());
    };
  }

  /** The PIN was checked. */
  static Step<Kiosk, Effect> checked(Kiosk kiosk, boolean right) {
    Kiosk next = judged(kiosk, right);
    return next.guard().equals(kiosk.guard())
        ? Step.to(next)
        : Step.to(next, new Effect.Remember(next.guard()));
  }

  private static Kiosk judged(Kiosk kiosk, boolean right) {
    if (!(kiosk.screen() instanceof Staff(Pin(_, var note), _)) || note != Pin.Note.CHECKING) {
      // Whoever typed it has left meanwhile; a wrong one counts all the same.
      return right ? kiosk : kiosk.guarded(kiosk.guard().wrongAt(kiosk.steady()));
    }
    if (right) {
      return kiosk.guarded(Guard.NONE).show(new Staff(new Service.Menu(), true));
    }
    Kiosk guarded = kiosk.guarded(kiosk.guard().wrongAt(kiosk.steady()));
    boolean locked = guarded.guard().locked(kiosk.steady());
    return guarded.show(new Staff(new Pin("", locked ? Pin.Note.LOCKED : Pin.Note.WRONG), true));
  }

  private static Step<Kiosk, Effect> sound(
      Kiosk kiosk, Staff staff, Service.Sound sound, Happening.Touch touch) {
    return switch (touch) {
      case Happening.Proceed _ -> Step.to(at(kiosk, staff, new Service.Sound(sound.plays() + 1)));
      case Happening.Louder(int steps) -> {
        int percent = Math.clamp(kiosk.world().loudness() + (long) LOUDER * steps, 0, 100);
        yield loudness(kiosk, staff, percent);
      }
      case Happening.HallsLoudness _ -> loudness(kiosk, staff, null);
      default -> Step.to(kiosk.touched());
    };
  }

  private static Step<Kiosk, Effect> loudness(Kiosk kiosk, Staff staff, @Nullable Integer percent) {
    Kiosk next = kiosk.with(kiosk.world().with(kiosk.world().voice().loud(percent)));
    return Step.to(at(next, staff, new Service.Sound(0)), new Effect.KeepLoudness(percent));
  }

  private static Step<Kiosk, Effect> open(Kiosk kiosk, Staff staff, Entry entry) {
    if (!staff.trusted() && !entry.open()) {
      return Step.to(kiosk);
    }
    return switch (entry) {
      case PRINTER -> Step.to(at(kiosk, staff, new Service.Printer(Result.NONE, 0)));
      case PAPER -> Step.to(at(kiosk, staff, new Service.Paper(Result.NONE, 0)));
      case READER -> Step.to(at(kiosk, staff, new Service.Reader(Service.Reader.Sight.NONE)));
      case SOUND -> Step.to(at(kiosk, staff, new Service.Sound(0)));
      case SCREEN -> Step.to(at(kiosk, staff, new Service.Colours(0)));
      case BUTTONS ->
          Step.to(
              at(kiosk, staff, new Service.Buttons(null, Set.of(), 0)), new Effect.NameButtons());
      case NETWORK ->
          Step.to(
              at(kiosk, staff, new Service.Network(null, kiosk.steady())), new Effect.LookAround());
      case RESTART -> Step.to(at(kiosk, staff, new Service.Sure(Leave.RESTART)));
      case EXIT -> Step.to(at(kiosk, staff, new Service.Sure(Leave.EXIT)));
    };
  }

  /** What the page is for is to be done. */
  private static Step<Kiosk, Effect> act(Kiosk kiosk, Staff staff) {
    return switch (staff.at()) {
      case Service.Printer(var result, _) when result != Result.ASKED ->
          ask(kiosk, staff, new Act.PrintTestPage(kiosk.language()));
      case Service.Paper(var result, _) when result != Result.ASKED && result != Result.DONE ->
          ask(kiosk, staff, new Act.ReportNewRoll());
      case Service.Sure(var leave) ->
          Step.to(at(kiosk, staff, new Service.Leaving(leave)), new Effect.End(leave));
      default -> Step.to(kiosk.touched());
    };
  }

  private static Step<Kiosk, Effect> ask(Kiosk kiosk, Staff staff, Act act) {
    if (kiosk.world().reach() != Reach.ONLINE) {
      return Step.to(result(kiosk, staff, Result.UNREACHABLE, 0));
    }
    if (!kiosk.world().prints()) {
      return Step.to(result(kiosk, staff, Result.NOT_READY, 0));
    }
    Kiosk asking = kiosk.asking();
    long ask = asking.asks();
    return Step.to(result(asking, staff, Result.ASKED, ask), new Effect.Ask(ask, act));
  }

  private static Kiosk result(Kiosk kiosk, Staff staff, Result result, long ask) {
    return switch (staff.at()) {
      case Service.Printer _ -> at(kiosk, staff, new Service.Printer(result, ask));
      case Service.Paper _ -> at(kiosk, staff, new Service.Paper(result, ask));
      default -> kiosk;
    };
  }

  /** The hall has answered what was asked for the page that is shown. */
  static Kiosk answered(Kiosk kiosk, Staff staff, long ask, HallAnswer.Reply reply) {
    if (!waits(staff, ask)) {
      return kiosk;
    }
    return switch (reply) {
      case HallAnswer.Done _ -> result(kiosk, staff, Result.DONE, ask);
      case HallAnswer.Refused(var code, _) when code.equals("PRINTER_NOT_READY") ->
          result(kiosk, staff, Result.NOT_READY, ask);
      default -> result(kiosk, staff, Result.FAILED, ask);
    };
  }

  static Kiosk notAnswered(Kiosk kiosk, Staff staff, long ask) {
    return waits(staff, ask) ? result(kiosk, staff, Result.SILENT, ask) : kiosk;
  }

  private static boolean waits(Staff staff, long ask) {
    return switch (staff.at()) {
      case Service.Printer(var result, long its) -> result == Result.ASKED && its == ask;
      case Service.Paper(var result, long its) -> result == Result.ASKED && its == ask;
      default -> false;
    };
  }

  /** The kiosk's own parts tell something. */
  static Kiosk found(Kiosk kiosk, Staff staff, Happening happening) {
    return switch (staff.at()) {
      case Service.Network(_, long looked)
          when happening instanceof Happening.LookedAround(var machine) ->
          kiosk.change(new Staff(new Service.Network(machine, looked), staff.trusted()));
      case Service.Buttons it when happening instanceof Happening.ButtonsAre(var names) ->
          kiosk.change(
              new Staff(
                  new Service.Buttons(List.copyOf(names), it.pressed(), it.scanned()),
                  staff.trusted()));
      case Service.Buttons it when happening instanceof Happening.Pressed(var name) ->
          at(kiosk, staff, it.with(name));
      case Service.Buttons it when happening instanceof Happening.Scanned(var text) ->
          at(kiosk, staff, new Service.Buttons(it.names(), it.pressed(), text.length()));
      case Service.Reader _ when happening instanceof Happening.ReaderIs(var reader) ->
          reader == World.Reader.CARD_LIES
              ? at(kiosk, staff, new Service.Reader(Service.Reader.Sight.READ))
              : kiosk;
      case Service.Reader _ when happening instanceof Happening.CardUnreadable ->
          at(kiosk, staff, new Service.Reader(Service.Reader.Sight.UNREADABLE));
      default -> kiosk;
    };
  }

  /** Time has passed: pages and locks end, the network is looked at again. */
  static Step<Kiosk, Effect> tick(Kiosk kiosk, Staff staff) {
    if (kiosk.over()) {
      return Step.to(
          staff.at() instanceof Service.Touching(var hit, boolean over) && !over
              ? at(kiosk, staff, new Service.Touching(hit, true))
              : kiosk.cleared());
    }
    return switch (staff.at()) {
      case Pin pin when pin.note() == Pin.Note.LOCKED && !kiosk.guard().locked(kiosk.steady()) ->
          Step.to(kiosk.change(new Staff(new Pin("", Pin.Note.NONE), true)));
      case Service.Network(var machine, long looked) when kiosk.steady() - looked >= LOOK_MILLIS ->
          Step.to(
              kiosk.change(
                  new Staff(new Service.Network(machine, kiosk.steady()), staff.trusted())),
              new Effect.LookAround());
      default -> Step.to(kiosk);
    };
  }
}
