package io.tidehall.kiosk.flow;

import io.tidehall.protocol.Identity;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.TicketView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is spoken to whoever stands before the kiosk. It follows from what is shown: another screen,
 * language or loudness is another prompt, and the one before is cut. A number is spoken, since it
 * will be called aloud; a booking's code, a card and typed digits never are.
 *
 * @param lines one after another
 * @param percent how loud
 * @param take 0, or the number of a repetition
 */
public record Prompt(List<Line> lines, Language language, int percent, int take) {
  private static final int STEP = 15;
  private static final int SOFTEST = 10;
  private static final int LOUDEST = 100;

  /** With more windows than these one waits in the hall. */
  private static final int WINDOWS = 3;

  public Prompt {
    lines = List.copyOf(lines);
  }

  /** A text of the language files and what it is about. */
  public record Line(String key, List<String> arguments) {
    public Line {
      arguments = List.copyOf(arguments);
    }

    Line(String key, String... arguments) {
      this(key, List.of(arguments));
    }
  }

  /** What is to be spoken now; empty for silence. */
  public static Optional<Prompt> of(Kiosk kiosk) {
    if (kiosk.screen() instanceof Screen.Staff(Service.Sound(int plays), _)) {
      return plays == 0 || !kiosk.world().voice().there()
          ? Optional.empty()
          : Optional.of(
              new Prompt(
                  List.of(new Line("say.test")),
                  kiosk.language(),
                  kiosk.world().loudness(),
                  plays));
    }
    if (!kiosk.speaks() || kiosk.unattended()) {
      return Optional.empty();
    }
    List<Line> lines = lines(kiosk);
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(new Prompt(lines, kiosk.language(), percent(kiosk), 0));
  }

  /** How loud a visitor hears it. */
  public static int percent(Kiosk kiosk) {
    int usual = kiosk.world().loudness();
    return usual == 0
        ? 0
        : Math.clamp(usual + (long) STEP * kiosk.comfort().louder(), SOFTEST, LOUDEST);
  }

  private static List<Line> lines(Kiosk kiosk) {
    return switch (kiosk.screen()) {
      case Screen.Lines _ ->
          kiosk.visit().adding() == null ? warned(kiosk, "say.lines") : one("say.lines.more");
      case Screen.Items _ -> one("say.items");
      case Screen.Search _ -> one("say.search");
      case Screen.Guide _ -> one("say.guide");
      case Screen.Identify _ -> one(identify(kiosk));
      case Screen.CheckIn it ->
          it.note() == null ? warned(kiosk, "say.check-in") : one("say.check-in.again");
      case Screen.Confirm _ -> warned(kiosk, "say.confirm");
      case Screen.Greens _ -> one("say.greens");
      case Screen.Aids _ -> one("say.aids");
      case Screen.Apart _ -> one("say.apart");
      case Screen.Issued(var ticket, var paper) -> issued(kiosk, ticket, paper);
      case Screen.Exists(var ticket, _, _) ->
          List.of(new Line("say.exists", spelled(ticket.number())));
      case Screen.Refused _ -> one("say.refused");
      case Screen.Unanswered _ -> one("say.unanswered");
      case Screen.Taking _,
          Screen.Joining _,
          Screen.CheckingIn _,
          Screen.Blocked _,
          Screen.Staff _ ->
          List.of();
    };
  }

  private static List<Line> one(String key) {
    return List.of(new Line(key));
  }

  /** What to do, and before it that no slip will come, where that is so. */
  private static List<Line> warned(Kiosk kiosk, String key) {
    return kiosk
        .world()
        .withoutSlip()
        .map(
            block ->
                List.of(
                    new Line(block == Block.PAPER_OUT ? "say.no-paper" : "say.no-printer"),
                    new Line(key)))
        .orElse(one(key));
  }

  private static String identify(Kiosk kiosk) {
    boolean card = kiosk.world().recognises(Identity.ID_CARD);
    return card && kiosk.world().recognises(Identity.PHONE_LAST_DIGITS)
        ? "say.identify"
        : card ? "say.identify.card" : "say.identify.phone";
  }

  private static List<Line> issued(Kiosk kiosk, TicketView ticket, Screen.Paper paper) {
    var lines = new ArrayList<Line>();
    lines.add(new Line("say.number", spelled(ticket.number())));
    List<String> windows = ticket.windows();
    if (windows.isEmpty() || windows.size() > WINDOWS) {
      lines.add(new Line("say.wait.hall"));
    } else {
      String comma = kiosk.language() == Language.ZH ? "、" : ", ";
      lines.add(new Line("say.wait.windows", String.join(comma, windows)));
    }
    lines.add(
        new Line(
            switch (paper) {
              case COMING -> "say.slip";
              case NONE -> "say.no-slip";
              case DOUBTFUL -> "say.slip.doubtful";
            }));
    if (!kiosk.visit().then().isEmpty()) {
      lines.add(new Line("say.next"));
    }
    return lines;
  }

  /** Letter by letter, as it will be called. */
  private static String spelled(String number) {
    return String.join(" ", number.split(""));
  }
}
