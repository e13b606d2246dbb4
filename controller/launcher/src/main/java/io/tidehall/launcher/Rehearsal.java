package io.tidehall.launcher;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.Request;
import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.ticket.Outcome;
import io.tidehall.server.Controller;
import io.tidehall.server.ControllerOptions;
import io.tidehall.server.hallfile.HallSetup;
import io.tidehall.server.hallfile.ReadyHalls;
import io.tidehall.server.writer.Answer;
import io.tidehall.server.writer.Snapshots;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Starts a controller in an empty folder, serves a morning's visitors, stops, starts it again on
 * that morning's journal and again on its snapshot, and asks it how it is: what a virtual machine
 * watches when it makes the cache for a quick start.
 */
final class Rehearsal {
  private static final int VISITORS = 1_000;
  private static final int AT_ONCE = 50;
  private static final WindowId WINDOW = new WindowId("1");

  private Rehearsal() {}

  /** Takes the folder as its one argument. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path data = Path.of(args[0]).resolve("data");
    Logs.toFile(data.resolve("logs/controller.log"));
    HallSetup hall = ReadyHalls.trial();
    try (Controller controller = Controller.start(ControllerOptions.local(data, hall))) {
      serve(controller, hall);
    }
    // As after an upgrade, when the whole journal is replayed; then as after any other stop.
    Files.delete(data.resolve(Snapshots.FILE));
    Controller.start(ControllerOptions.local(data, hall)).close();
    try (Controller controller = Controller.start(ControllerOptions.local(data, hall));
        HttpClient client = HttpClient.newHttpClient()) {
      for (String path : new String[] {"/health", "/", "/api/catalogue"}) {
        client.send(
            HttpRequest.newBuilder(URI.create(controller.address() + path)).build(),
            HttpResponse.BodyHandlers.discarding());
      }
    }
  }

  private static void serve(Controller controller, HallSetup hall) {
    ClerkId clerk = hall.plan().clerks().getFirst().id();
    Actor actor = Actor.clerk(clerk.value());
    List<LineId> lines = hall.plan().findWindow(WINDOW).orElseThrow().lines();
    var _ = submit(controller, actor, new Command.SignIn(WINDOW, clerk, null)).join();
    for (int visitor = 1; visitor <= VISITORS; visitor++) {
      LineId line = lines.get(visitor % lines.size());
      var _ =
          submit(
              controller,
              Actor.system(),
              new Command.IssueTicket(line, List.of(), null, null, null, "zh-CN"));
      var _ = submit(controller, actor, new Command.CallNext(WINDOW));
      var _ = submit(controller, actor, new Command.Arrive(WINDOW));
      var finished =
          submit(controller, actor, new Command.Finish(WINDOW, Outcome.DONE_AT_ONCE, ""));
      if (visitor % AT_ONCE == 0) {
        finished.join();
      }
    }
  }

  private static CompletableFuture<Answer> submit(
      Controller controller, Actor actor, Command command) {
    return controller.writer().submit(new Request(UUID.randomUUID().toString(), actor, command));
  }
}
