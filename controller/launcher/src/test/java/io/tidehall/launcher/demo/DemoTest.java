package io.tidehall.launcher.demo;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.Event;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.server.Controller;
import io.tidehall.server.ControllerOptions;
import io.tidehall.server.hallfile.HallSetup;
import io.tidehall.server.hallfile.ReadyHalls;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
  private static final long SEED = 7;
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private final HallSetup hall = ReadyHalls.trial();
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final Set<String> ended = ConcurrentHashMap.newKeySet();
  private final Set<String> called = ConcurrentHashMap.newKeySet();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  @TempDir Path data;

  @Test
  void aCrowdIsServedAndRatedAndThenEverybodyGoesHome() throws IOException {
    try (Controller controller = controller()) {
      Demo demo = demo(controller);
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  demo.tally().tickets.get() >= 20
                      && demo.tally().served.get() >= 5
                      && demo.tally().rated.get() >= 2);
      assertFalse(called.isEmpty(), "tickets are called");
      demo.close();

      for (String ticket : acknowledged) {
        // Its end is in the state a moment before it is told.
        await("what became of " + ticket + ", which the hall has acknowledged")
            .until(
                () ->
                    ended.contains(ticket)
                        || controller
                            .writer()
                            .state()
                            .findTicket(new TicketId(ticket))
                            .isPresent());
      }
      await().atMost(PATIENCE).until(DemoTest::nobodyIsLeft);
    }
  }

  @Test
  void aClerkWhoChangedThePasswordIsLeftAlone() throws Exception {
    try (Controller controller = controller()) {
      choosePassword(controller, "102");
      try (Demo demo = demo(controller)) {
        await().atMost(PATIENCE).until(() -> demo.tally().served.get() >= 1);
        await().until(() -> said.toString(StandardCharsets.UTF_8).contains("102 李建国"));
        assertTrue(
            controller.writer().state().windows().values().stream()
                .flatMap(window -> window.findPost().stream())
                .noneMatch(post -> post.clerk().value().equals("102")));
      }
    }
  }

  /** As the clerk does it. */
  private static void choosePassword(Controller controller, String badge) throws Exception {
    String first = String.valueOf(controller.accounts().find(badge).orElseThrow().firstPassword());
    try (HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
      for (var step :
          List.of(
              List.of("session", "account", badge, "password", first),
              List.of("session/password", "current", first, "next", "a-password-of-my-own"))) {
        var request =
            HttpRequest.newBuilder(URI.create(controller.address() + "/api/" + step.getFirst()))
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"%s\":\"%s\",\"%s\":\"%s\"}"
                            .formatted(step.subList(1, step.size()).toArray())))
                .build();
        var answer = browser.send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer::body);
      }
    }
  }

  @Test
  void aSecondDemoGoesOnAtTheWindowsOfTheFirst() throws IOException {
    try (Controller controller = controller()) {
      try (Demo first = demo(controller)) {
        await().atMost(PATIENCE).until(() -> first.tally().served.get() >= 1);
      }
      try (Demo second = demo(controller)) {
        await().atMost(PATIENCE).until(() -> second.tally().served.get() >= 3);
      }
    }
  }

  @Test
  void aSpeedOutsideOneToTwoHundredIsRefusedInWords() {
    for (double wrong : new double[] {0, 0.5, 201, -3, Double.NaN}) {
      var refused = assertThrows(IOException.class, () -> Demo.check(wrong));
      assertTrue(
          String.valueOf(refused.getMessage()).contains("from 1 (as in life) to 200"),
          String.valueOf(refused.getMessage()));
    }
  }

  @Test
  void theSameSeedBringsTheSameDay() {
    assertEquals(
        DemoDay.arrivals(250, new Dice(SEED, "day 1")),
        DemoDay.arrivals(250, new Dice(SEED, "day 1")));
    assertEquals(
        Fate.of(SEED, "t-1", Duration.ofMinutes(7)), Fate.of(SEED, "t-1", Duration.ofMinutes(7)));
  }

  @Test
  void theDayHasTheSharesOfAServiceHall() {
    List<Duration> arrivals = DemoDay.arrivals(20_000, new Dice(SEED, "day 1"));
    long firstHour = arrivals.stream().filter(it -> it.compareTo(Duration.ofHours(1)) < 0).count();
    assertEquals(0.26, firstHour / 20_000.0, 0.015);
    assertTrue(
        arrivals.stream().noneMatch(it -> it.toMinutes() > 210 && it.toMinutes() < 330),
        "nobody comes while the hall is shut at noon");
  }

  @Test
  void oneVisitorInTwentyNeverComesAndServiceTakesSevenMinutes() {
    List<Fate> fates =
        java.util.stream.IntStream.range(0, 20_000)
            .mapToObj(i -> Fate.of(SEED, "ticket-" + i, Duration.ofMinutes(7)))
            .toList();
    assertEquals(0.05, fates.stream().filter(it -> it.comesAtCall() == 0).count() / 20_000.0, 0.01);
    assertEquals(
        7 * 60, fates.stream().mapToLong(it -> it.service().toSeconds()).average().orElse(0), 15);
    assertTrue(fates.stream().noneMatch(it -> it.outcome().needsReason() && it.reason().isBlank()));
  }

  private Controller controller() throws IOException {
    Controller controller = Controller.start(ControllerOptions.local(data, hall).withReserve(1));
    controller
        .writer()
        .addAnnouncer(
            (_, entries) ->
                entries.stream().flatMap(entry -> entry.events().stream()).forEach(this::heard));
    return controller;
  }

  private void heard(Event event) {
    switch (event) {
      case Event.TicketCalled it -> called.add(it.ticket().value());
      case Event.ServiceFinished it -> ended.add(it.ticket().value());
      case Event.TicketVoided it -> ended.add(it.ticket().value());
      default -> {}
    }
  }

  private Demo demo(Controller controller) {
    return Demo.start(
        new Pace(200),
        SEED,
        hall,
        controller,
        data,
        List.of("pad-1"),
        new PrintStream(said, true, StandardCharsets.UTF_8),
        acknowledged::add);
  }

  private static boolean nobodyIsLeft() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .noneMatch(
            name ->
                name.startsWith("demo-")
                    || name.startsWith("link-demo-")
                    || name.startsWith("session-"));
  }
}
