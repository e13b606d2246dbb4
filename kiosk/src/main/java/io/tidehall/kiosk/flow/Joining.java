package io.tidehall.kiosk.flow;

import io.tidehall.device.flow.Flow.Step;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.Catalogue;
import io.tidehall.protocol.HallAnswer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Several items on one ticket (一件事): the hall says which line takes them all. */
final class Joining {
  private Joining() {}

  /** The visitor looks for another item; what is chosen already waits meanwhile. */
  static Kiosk add(Kiosk kiosk, Choice choice) {
    return kiosk.in(new Kiosk.Visit(choice, List.of())).show(new Screen.Lines(0));
  }

  /** A line or item was chosen, alone or to be added to what was chosen before. */
  static Step<Kiosk, Effect> chosen(
      Kiosk kiosk, String line, @Nullable String item, Screen.@Nullable Guide guide) {
    Choice adding = kiosk.visit().adding();
    if (adding == null) {
      return Step.to(Identifying.toConfirm(kiosk, new Choice(line, item, null, guide)));
    }
    Kiosk done = kiosk.in(Kiosk.Visit.NONE);
    if (item == null && !line.equals(adding.line())) {
      // Who does not say which item cannot be promised a window that does it too.
      var other = new Choice(line, List.of(), adding.green(), null, adding.who());
      return Step.to(done.show(new Screen.Apart(adding, List.of(adding, other))));
    }
    return join(done, adding.plus(item));
  }

  /** Without the item chosen last. */
  static Step<Kiosk, Effect> withoutLast(Kiosk kiosk, Choice choice) {
    return join(kiosk, choice.withoutLast());
  }

  private static Step<Kiosk, Effect> join(Kiosk kiosk, Choice choice) {
    List<Choice> parts = parts(kiosk.world(), choice);
    if (parts.size() == 1) {
      return Step.to(Identifying.toConfirm(kiosk, parts.getFirst()));
    }
    Kiosk asking = kiosk.asking();
    long ask = asking.asks();
    return Step.to(
        asking.show(new Screen.Joining(choice, ask)),
        new Effect.Ask(ask, new Act.AskLine(choice.items())));
  }

  static Kiosk answered(Kiosk kiosk, Choice choice, HallAnswer.Reply reply) {
    return reply instanceof HallAnswer.LineFor(var line) && kiosk.world().taking(line)
        ? Identifying.toConfirm(kiosk, choice.in(line))
        : apart(kiosk, choice);
  }

  /** Nobody answered, or no line takes them all: a ticket for each line. */
  static Kiosk apart(Kiosk kiosk, Choice choice) {
    return kiosk.show(new Screen.Apart(choice, parts(kiosk.world(), choice)));
  }

  /** The first of several tickets; the others follow, each after the one before. */
  static Kiosk takeApart(Kiosk kiosk, Screen.Apart apart) {
    List<Choice> parts = apart.parts();
    return Identifying.toConfirm(
        kiosk.in(new Kiosk.Visit(null, parts.subList(1, parts.size()))), parts.getFirst());
  }

  /** The next of several tickets, if one is still to be taken. */
  static Kiosk takeNext(Kiosk kiosk) {
    List<Choice> then = kiosk.visit().then();
    return then.isEmpty()
        ? kiosk
        : Identifying.toConfirm(
            kiosk.in(new Kiosk.Visit(null, then.subList(1, then.size()))), then.getFirst());
  }

  /** A choice for each line, in the order chosen; the line chosen first is kept if it has all. */
  private static List<Choice> parts(World world, Choice choice) {
    if (world.taking(choice.line())
        && world
            .line(choice.line())
            .filter(it -> it.items().containsAll(choice.items()))
            .isPresent()) {
      return List.of(choice);
    }
    Map<String, List<String>> byLine = new LinkedHashMap<>();
    for (String item : choice.items()) {
      String line = world.lineOf(item).map(Catalogue.Line::id).orElse(choice.line());
      byLine.computeIfAbsent(line, _ -> new ArrayList<>()).add(item);
    }
    List<Choice> parts = new ArrayList<>();
    byLine.forEach(
        (line, items) ->
            parts.add(new Choice(line, items, choice.green(), choice.guide(), choice.who())));
    return parts;
  }
}
