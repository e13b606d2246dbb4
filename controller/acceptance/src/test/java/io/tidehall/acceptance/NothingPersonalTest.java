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
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A kiosk reads a card and is told phone digits, the hall issues tickets; afterwards every file of
 * controller, broker and kiosk is searched, and everything that was logged.
 */
class NothingPersonalTest {
  private static final IdCard CARD = EmulatedReader.CARDS.get(1);
  private static final String DIGITS = "86421231";

  @TempDir Path data = Path.of("");

  @Test
  void nothingOfANumberIsOnDiskInTheBrokerOrInALog() throws IOException {
    List<String> logged = Collections.synchronizedList(new ArrayList<>());
    Handler handler = listening(logged);
    Logger.getLogger("").addHandler(handler);
    try (Controller controller = Controller.start(ControllerOptions.local(data, asking()))) {
      Credentials credentials = Credentials.read(controller.registry().credentialsFile("kiosk-1"));
      try (var session =
          DeviceSessions.over(credentials, "kiosk", "acceptance", data.resolve("spool"))) {
        var device =
            new Device(
                "kiosk-1", session, new DeviceOptions(), credentials.identityKey(), () -> {});
        try (var kiosk = new KioskApp().reading("emulated").start(device)) {
          session.open();
          takeTwo(controller, (EmulatedReader) Objects.requireNonNull(kiosk.reader()));
        }
      }
    } finally {
      Logger.getLogger("").removeHandler(handler);
    }
    String log = String.join("\n", logged);
    assertTrue(Files.exists(data.resolve("identity.key")));
    assertFalse(files("kiosk-1").isEmpty(), "the search finds what is there");
    for (String secret : List.of(CARD.number(), CARD.number().substring(6), DIGITS)) {
      assertEquals(List.of(), files(secret), secret);
      assertFalse(log.contains(secret), secret);
    }
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
