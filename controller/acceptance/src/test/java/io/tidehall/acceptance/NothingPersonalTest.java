package io.tidehall.acceptance;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.device.Device;
import io.tidehall.device.DeviceOptions;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.Identity;
import io.tidehall.kiosk.KioskApp;
import io.tidehall.kiosk.reader.EmulatedReader;
import io.tidehall.kiosk.reader.IdCard;
import io.tidehall.link.Credentials;
import io.tidehall.link.DeviceSessions;
import io.tidehall.server.Controller;
import io.tidehall.server.ControllerOptions;
import io.tidehall.server.hallfile.HallDevice;
import io.tidehall.server.hallfile.HallSetup;
import io.tidehall.server.hallfile.ReadyHalls;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * A kiosk reads a card and is told phone digits, somebody books with a phone number, the hall
 * issues tickets; afterwards every file of controller, broker and kiosk is searched, and everything
 * that was logged.
 */
class NothingPersonalTest {
  private static final IdCard CARD = EmulatedReader.CARDS.get(1);
  private static final String DIGITS = "86421231";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PHONE = "13977664455";

  /** The hall's day begins at five past nine of a Monday, so that no slot lies on another day. */
  private final Duration ahead =
      Duration.between(Instant.now(), Instant.parse("2026-11-23T01:05:00Z"));

  @TempDir Path data = Path.of("");

  @Test
  void nothingOfANumberIsOnDiskInTheBrokerOrInALog() throws IOException {
    List<String> logged = Collections.synchronizedList(new ArrayList<>());
    Handler handler = listening(logged);
    Logger.getLogger("").addHandler(handler);
    try (Controller controller =
        Controller.start(
            ControllerOptions.local(data, asking()).withClock(() -> Instant.now().plus(ahead)))) {
      Credentials credentials = Credentials.read(controller.registry().credentialsFile("kiosk-1"));
      try (var session =
          DeviceSessions.over(credentials, "kiosk", "acceptance", data.resolve("spool"))) {
        var device =
            new Device(
                "kiosk-1", session, new DeviceOptions(), credentials.identityKey(), () -> {});
        try (var kiosk = new KioskApp().reading("emulated").start(device)) {
          session.open();
          takeTwo(controller, (EmulatedReader) Objects.requireNonNull(kiosk.reader()));
          checkIn(controller);
        }
      }
    } finally {
      Logger.getLogger("").removeHandler(handler);
    }
    String log = String.join("\n", logged);
    assertTrue(Files.exists(data.resolve("identity.key")));
    assertFalse(files("kiosk-1").isEmpty(), "the search finds what is there");
    for (String secret : List.of(CARD.number(), CARD.number().substring(6), DIGITS, PHONE)) {
      assertEquals(List.of(), files(secret), secret);
      assertFalse(log.contains(secret), secret);
    }
  }

  /** The platform books, and the code checks in at the kiosk. */
  private void checkIn(Controller controller) throws IOException {
    String from = controller.writer().state().day() + "T09:30";
    String body = JSON.writeValueAsString(Map.of("line", "A", "from", from, "phone", PHONE));
    String key = Files.readString(data.resolve("platform.key")).strip();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(controller.address() + "/api/bookings/p-1"))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      assertEquals(200, http.sendAsync(request, BodyHandlers.ofString()).join().statusCode());
    }
    var screen = new DeviceScreen("kiosk-1");
    screen.tap("done");
    screen.tap("booked");
    String code = controller.writer().state().bookings().find("p-1").orElseThrow().code();
    for (String digit : code.split("")) {
      screen.tap("digit-" + digit);
    }
    screen.tap("digits-done");
    screen.says("number", "AP001");
  }

  /** One ticket by card, and another by digits; the card's second ticket is its first. */
  private static void takeTwo(Controller controller, EmulatedReader reader) {
    var screen = new DeviceScreen("kiosk-1");
    screen.tap("line-K");
    screen.sees("screen-identify");
    reader.lay(CARD);
    screen.tap("confirm");
    screen.sees("number");
    reader.takeAway();
    screen.tap("done");
    screen.tap("line-K");
    screen.sees("screen-identify");
    reader.lay(CARD);
    screen.tap("confirm");
    screen.says("number", "K001");
    screen.sees("screen-exists");
    reader.takeAway();
    screen.tap("done");
    screen.tap("line-K");
    for (String digit : DIGITS.split("")) {
      screen.tap("digit-" + digit);
    }
    screen.tap("digits-done");
    screen.tap("confirm");
    screen.says("number", "K002");
    await().until(() -> controller.writer().state().tickets().size() == 2);
    assertEquals(
        2,
        controller.writer().state().tickets().values().stream()
            .map(ticket -> String.valueOf(ticket.person()))
            .filter(person -> person.matches("[0-9a-f]{64}"))
            .distinct()
            .count());
  }

  /** The files below the data folder that hold a text in any of the usual encodings. */
  private List<Path> files(String text) throws IOException {
    try (Stream<Path> all = Files.walk(data)) {
      List<Path> found = new ArrayList<>();
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        for (Charset charset :
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
          if (bytes.contains(new String(text.getBytes(charset), StandardCharsets.ISO_8859_1))) {
            found.add(file);
          }
        }
      }
      return found;
    }
  }

  private static Handler listening(List<String> logged) {
    return new Handler() {
      @Override
      public void publish(LogRecord entry) {
        logged.add(String.valueOf(entry.getMessage()));
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  private static HallSetup asking() {
    HallSetup it = ReadyHalls.trial();
    HallPlan plan = it.plan();
    var asking =
        new HallPlan(
            plan.id(),
            plan.zh(),
            plan.en(),
            plan.zone(),
            plan.trial(),
            plan.lines(),
            plan.windows(),
            plan.clerks(),
            plan.hours(),
            plan.workingDays(),
            plan.rules().withIdentity(List.of(Identity.ID_CARD, Identity.PHONE_LAST_DIGITS)),
            plan.greenReasons(),
            plan.labels(),
            plan.tides(),
            plan.duties());
    return new HallSetup(
        asking,
        it.level(),
        it.catalogue(),
        // No printer, so that the kiosk needs none to be ready.
        it.devices().stream()
            .map(device -> new HallDevice(device.id(), device.role(), device.window(), null))
            .toList(),
        it.notices(),
        it.slipNotices(),
        it.accounts(),
        it.labelsVersion());
  }
}
