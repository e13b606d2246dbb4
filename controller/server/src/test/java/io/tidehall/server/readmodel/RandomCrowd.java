package io.tidehall.server.readmodel;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.rating.Channel;
import io.tidehall.hall.ticket.HoldKind;
import io.tidehall.hall.ticket.Outcome;
import io.tidehall.hall.ticket.ServiceId;
import io.tidehall.hall.ticket.Ticket;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.ticket.TicketState;
import io.tidehall.hall.window.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Visitors and clerks who do anything at any time; what the rules refuse does not happen. */
public final class RandomCrowd {
  private final DrivenHall hall;
  private final Random random;

  public RandomCrowd(DrivenHall hall, long seed) {
    this.hall = hall;
    this.random = new Random(seed);
  }

  /** Some hundred acts; mostly seconds apart, now and then more than an hour. */
  public void act(int times) {
    for (int i = 0; i < times; i++) {
      long millis = random.nextInt(100) == 0 ? 4_000_000 : random.nextInt(90_000);
      hall.pass(Duration.ofMillis(millis + random.nextInt(1000)));
      hall.ask(Actor.system(), new Command.PassTime());
      Command command = command();
      Actor actor =
          command instanceof Command.AtWindow at
              ? hall.state()
                  .findWindow(at.window())
                  .flatMap(Window::findPost)
                  .map(post -> Actor.clerk(post.clerk().value()))
                  .orElse(Actor.manager("m"))
              : Actor.manager("m");
      hall.ask(actor, command);
    }
  }

  private Command command() {
    var window = new WindowId(pick(List.of("1", "2", "3")));
    var line = new LineId(pick(List.of("A", "B", "C")));
    var clerk = new ClerkId(pick(List.of("101", "102", "103")));
    return switch (random.nextInt(30)) {
      case 0, 1, 2, 3 ->
          new Command.IssueTicket(
              line, List.of(), random.nextInt(6) == 0 ? "elderly" : null, null, "p1", "en");
      case 4, 5 -> new Command.SignIn(window, clerk, null);
      case 6 -> random.nextInt(8) == 0 ? new Command.SignOut(window) : new Command.PassTime();
      case 7, 8, 9 -> new Command.CallNext(window);
      case 10, 11 -> new Command.Arrive(window);
      case 12, 13, 14 -> finish(window, pick(List.of(Outcome.values())));
      case 15 -> new Command.Hold(window, pick(List.of(HoldKind.values())));
      case 16 -> new Command.Resume(window, ticket(TicketState.Held.class));
      case 17 ->
          new Command.Transfer(
              window,
              switch (random.nextInt(3)) {
                case 0 -> new Command.Destination.ToLine(line);
                case 1 -> new Command.Destination.ToWindow(window);
                default -> new Command.Destination.ToClerk(clerk);
              },
              pick(List.of(Command.Place.KEEP_TIME, Command.Place.FRONT, Command.Place.END)));
      case 18, 19, 20, 21 -> new Command.Recall(window);
      case 22, 23 -> new Command.MarkNoShow(window);
      case 24 -> new Command.Requeue(ticket(TicketState.Missed.class));
      case 25, 26 -> seldom(window, line);
      case 27 -> new Command.CallTicket(window, ticket(TicketState.Waiting.class), "asked for");
      default ->
          new Command.Rate(service(), 1 + random.nextInt(5), List.of(), "words", pick(channels()));
    };
  }

  private Command seldom(WindowId window, LineId line) {
    return switch (random.nextInt(12)) {
      case 0 -> new Command.Pause(window, "lunch", null);
      case 1 -> new Command.ChangeWindow(window, WindowKind.TIDAL, List.of(line, new LineId("A")));
      case 2 -> new Command.CloseWindow(window, "quiet");
      case 3, 4, 5, 6 -> new Command.OpenWindow(window, "busy");
      case 7 -> new Command.VoidTicket(ticket(TicketState.class), "left");
      default -> new Command.EndPause(window);
    };
  }

  private TicketId ticket(Class<? extends TicketState> in) {
    List<TicketId> live =
        hall.state().tickets().values().stream()
            .filter(ticket -> in.isInstance(ticket.state()))
            .map(Ticket::id)
            .toList();
    return live.isEmpty() ? new TicketId("20260101-A001") : pick(live);
  }

  private ServiceId service() {
    List<ServiceId> open = new ArrayList<>(hall.state().ratings().keySet());
    return open.isEmpty() ? new ServiceId("20260101-A001-1") : pick(open);
  }

  private static List<Channel> channels() {
    return List.of(Channel.HALL_PAD, Channel.QR_CODE, Channel.DEFAULT);
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private static Command finish(WindowId window, Outcome outcome) {
    return new Command.Finish(
        window,
        outcome,
        "reason",
        outcome.notified()
            ? new Command.Telling(List.of(), List.of("paper"), "printer-1", "zh-CN")
            : null);
  }
}
