package io.tidehall.kiosk.flow;

import io.tidehall.device.flow.Flow.Step;
import io.tidehall.kiosk.flow.Happening.Touch;
import io.tidehall.kiosk.flow.Screen.CheckIn;
import io.tidehall.kiosk.flow.Screen.CheckingIn;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.HallAnswer;
import java.util.regex.Pattern;

/** Who booked checks in: in one step by the QR code, or by the four digits. */
final class Booking {
  private static final String UNKNOWN = "UNKNOWN_BOOKING";
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private Booking() {}

  /** A code was scanned: while somebody may still choose it is a check-in at once. */
  static Step<Kiosk, Effect> scanned(Kiosk kiosk, String text) {
    Screen screen = kiosk.screen();
    if (!kiosk.world().books() || !screen.choosing()) {
      return Step.to(kiosk);
    }
    CheckIn from = screen instanceof CheckIn it ? it.typed("") : new CheckIn();
    String id = text.strip();
    // A platform's code may be an address that ends in the booking's id.
    id = id.substring(Math.max(id.lastIndexOf('/'), id.lastIndexOf('=')) + 1);
    return ID.matcher(id).matches()
        ? ask(kiosk.in(Kiosk.Visit.NONE), id, from)
        : Step.to(kiosk.show(from));
  }

  static Step<Kiosk, Effect> touch(Kiosk kiosk, CheckIn screen, Touch touch) {
    String digits = screen.digits();
    return switch (touch) {
      case Happening.Type(var digit) when fits(digits, digit) ->
          Step.to(kiosk.show(screen.typed(digits + digit)));
      case Happening.Erase _ when !digits.isEmpty() ->
          Step.to(kiosk.show(screen.typed(digits.substring(0, digits.length() - 1))));
      case Happening.EraseAll _ -> Step.to(kiosk.show(screen.typed("")));
      case Happening.DigitsDone _ when screen.full() -> ask(kiosk, digits, screen);
      default -> Step.to(kiosk.touched());
    };
  }

  static Kiosk answered(Kiosk kiosk, CheckIn from, HallAnswer.Reply reply) {
    return switch (reply) {
      case HallAnswer.TicketIssued issued -> KioskFlow.issued(kiosk, issued);
      case HallAnswer.TicketExists(var ticket) ->
          kiosk.show(new Screen.Exists(ticket, Screen.Reprint.OFFERED, 0));
      case HallAnswer.Refused(var code, var because)
          when code.equals(UNKNOWN) && from.tries() + 1 < CheckIn.MOST_TRIES ->
          kiosk.show(new CheckIn("", because, from.tries() + 1));
      case HallAnswer.Refused(var code, var because) ->
          kiosk.show(new Screen.Refused(code, because));
      case HallAnswer.Done _, HallAnswer.LineFor _ -> kiosk.cleared();
    };
  }

  private static Step<Kiosk, Effect> ask(Kiosk kiosk, String booking, CheckIn from) {
    Kiosk asking = kiosk.asking();
    return ask(asking, booking, from, asking.asks());
  }

  /** The same request again when its number was asked before. */
  static Step<Kiosk, Effect> ask(Kiosk kiosk, String booking, CheckIn from, long ask) {
    return Step.to(
        kiosk.show(new CheckingIn(booking, from, ask)),
        new Effect.Ask(ask, new Act.CheckIn(booking, kiosk.language())));
  }

  private static boolean fits(String digits, String digit) {
    return digits.length() < CheckIn.DIGITS
        && digit.length() == 1
        && digit.charAt(0) >= '0'
        && digit.charAt(0) <= '9';
  }
}
