package io.tidehall.kiosk.flow;

import io.tidehall.device.flow.Flow.Step;
import io.tidehall.kiosk.flow.Happening.Touch;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.HallAnswer;
import java.util.Set;

/** From a few letters to an item's page, and from there to its number. */
final class Finding {
  /** Longer than anybody types; the longest name has 43 characters. */
  private static final int MOST = 48;

  private Finding() {}

  static Kiosk search(Kiosk kiosk, Screen.Search search, Touch touch) {
    String typed = search.typed();
    return switch (touch) {
      case Happening.Type(var text) when typed.length() + text.length() <= MOST ->
          kiosk.show(new Screen.Search(typed + text, 0));
      case Happening.Erase _ when !typed.isEmpty() ->
          kiosk.show(
              new Screen.Search(
                  typed.substring(0, typed.offsetByCodePoints(typed.length(), -1)), 0));
      case Happening.EraseAll _ -> kiosk.show(new Screen.Search("", 0));
      case Happening.OpenItem(var item) when kiosk.world().item(item).isPresent() ->
          kiosk.show(new Screen.Guide(item, 0, Set.of(), search));
      default -> kiosk.touched();
    };
  }

  static Step<Kiosk, Effect> guide(Kiosk kiosk, Screen.Guide guide, Touch touch) {
    return switch (touch) {
      case Happening.TickOff(int material) -> Step.to(kiosk.show(guide.toggled(material)));
      // The answer about the paper is awaited here; it comes or fails within seconds.
      case Happening.HaveAll _ when guide.print().state() != Screen.Reprint.ASKED ->
          kiosk
              .world()
              .lineOf(guide.item())
              .map(line -> Joining.chosen(kiosk, line.id(), guide.item(), guide))
              .orElse(Step.to(kiosk.touched()));
      default -> Step.to(kiosk.touched());
    };
  }

  /** Asks for the list once; it is not asked again on the same page, whoever taps. */
  static Step<Kiosk, Effect> print(Kiosk kiosk) {
    if (!(kiosk.screen() instanceof Screen.Guide guide)
        || guide.print().state() != Screen.Reprint.OFFERED
        || !kiosk.world().printsNow()) {
      return Step.to(kiosk);
    }
    Kiosk asking = kiosk.asking();
    long ask = asking.asks();
    return Step.to(
        asking.show(guide.with(new Screen.Print(Screen.Reprint.ASKED, ask, null))),
        new Effect.Ask(ask, new Act.PrintList(guide.item(), kiosk.language())));
  }

  /** What became of the list, on the page that asked for it, even when help to see lies over it. */
  static Kiosk printed(Kiosk kiosk, Screen.Print print) {
    return switch (kiosk.screen()) {
      case Screen.Guide guide when guide.print().ask() == print.ask() ->
          kiosk.show(guide.with(print));
      case Screen.Aids(Screen.Guide guide) when guide.print().ask() == print.ask() ->
          kiosk.change(new Screen.Aids(guide.with(print)));
      default -> kiosk;
    };
  }

  static Screen.Print print(long ask, HallAnswer.Reply reply) {
    return switch (reply) {
      case HallAnswer.Refused(_, var because) ->
          new Screen.Print(Screen.Reprint.FAILED, ask, because);
      default -> new Screen.Print(Screen.Reprint.PRINTED, ask, null);
    };
  }
}
