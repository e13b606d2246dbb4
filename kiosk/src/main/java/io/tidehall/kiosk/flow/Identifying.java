package io.tidehall.kiosk.flow;

import io.tidehall.device.flow.Flow.Step;
import io.tidehall.kiosk.flow.Choice.Who;
import io.tidehall.kiosk.flow.Happening.Touch;
import io.tidehall.kiosk.flow.Screen.Identify;
import io.tidehall.kiosk.flow.Screen.Identify.Note;
import io.tidehall.protocol.Identity;
import java.time.DateTimeException;
import java.time.MonthDay;

/** Who takes the ticket, where the hall asks. Numbers stay outside: only a hash comes in here. */
final class Identifying {
  private Identifying() {}

  /** To confirming, by way of who it is for where that is not known yet. */
  static Kiosk toConfirm(Kiosk kiosk, Choice choice) {
    return kiosk.show(
        choice.who() == null && kiosk.world().asksWho()
            ? new Identify(choice)
            : new Screen.Confirm(choice));
  }

  static Step<Kiosk, Effect> touch(Kiosk kiosk, Identify screen, Touch touch) {
    String digits = screen.digits();
    return switch (touch) {
      case Happening.Type(var digit) when typing(kiosk) && fits(digits, digit) ->
          Step.to(kiosk.show(new Identify(screen.choice(), digits + digit, Note.NONE)));
      case Happening.Erase _ when !digits.isEmpty() ->
          Step.to(
              kiosk.show(
                  new Identify(
                      screen.choice(), digits.substring(0, digits.length() - 1), Note.NONE)));
      case Happening.EraseAll _ -> Step.to(kiosk.show(new Identify(screen.choice())));
      case Happening.DigitsDone _ when screen.full() && !day(digits) ->
          Step.to(
              kiosk.show(
                  new Identify(
                      screen.choice(),
                      digits.substring(0, Identify.PHONE_DIGITS),
                      Note.NO_SUCH_DAY)));
      case Happening.DigitsDone _ when screen.full() ->
          Step.to(kiosk.touched(), new Effect.Hash(digits));
      case Happening.Unsaid _ when kiosk.world().recognises(Identity.NONE) ->
          Step.to(recognised(kiosk, screen, Who.UNSAID));
      default -> Step.to(kiosk.touched());
    };
  }

  static Kiosk unreadable(Kiosk kiosk) {
    return kiosk.screen() instanceof Identify screen
        ? kiosk.show(new Identify(screen.choice(), screen.digits(), Note.CARD_UNREADABLE))
        : kiosk;
  }

  /** Who is old enough is offered the green channel at once; who has a reason keeps it. */
  static Kiosk recognised(Kiosk kiosk, Identify screen, Who who) {
    Choice choice = screen.choice().of(who);
    boolean offer = who.aged() && choice.green() == null && kiosk.world().hasGreens();
    return kiosk
        .alike(it -> it.of(who))
        .show(offer ? new Screen.Greens(choice) : new Screen.Confirm(choice));
  }

  private static boolean typing(Kiosk kiosk) {
    return kiosk.world().recognises(Identity.PHONE_LAST_DIGITS);
  }

  private static boolean fits(String digits, String digit) {
    return digits.length() < Identify.ALL_DIGITS
        && digit.length() == 1
        && digit.charAt(0) >= '0'
        && digit.charAt(0) <= '9';
  }

  private static boolean day(String digits) {
    int month = Integer.parseInt(digits.substring(4, 6));
    int day = Integer.parseInt(digits.substring(6, 8));
    try {
      return MonthDay.of(month, day).isValidYear(2000);
    } catch (DateTimeException _) {
      return false;
    }
  }
}
