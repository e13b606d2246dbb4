package io.tidehall.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.Decision;
import io.tidehall.hall.Event;
import io.tidehall.hall.Request;
import io.tidehall.hall.plan.LineId;
import io.tidehall.link.Credentials;
import io.tidehall.link.DeviceSession;
import io.tidehall.link.DeviceSessions;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.Language;
import io.tidehall.server.broker.EmbeddedBroker;
import io.tidehall.server.hallfile.ReadyHalls;
import io.tidehall.server.journal.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControllerTest {
  @TempDir Path data;

  @Test
  void theNextStartGoesOnWithTheSameDay() throws IOException {
    // Whenever this runs, it is one day.
    var options = options().withClock(InstantSource.fixed(Instant.parse("2026-11-23T01:00:00Z")));
    try (Controller first = Controller.start(options)) {
      assertEquals("A001", take(first));
      assertEquals("A002", take(first));
    }
    try (Controller second = Controller.start(options)) {
      assertEquals("A003", take(second));
      assertEquals(3, second.writer().state().waiting());
    }
  }

  @Test
  void aSecondControllerOnTheSameFolderIsRefusedInOneLine() throws IOException {
    try (Controller first = Controller.start(options())) {
      var no = assertThrows(Journal.JournalException.class, () -> Controller.start(options()));
      assertTrue(String.valueOf(no.getMessage()).contains("--data"), no.getMessage());
      assertEquals("A001", take(first));
    }
  }

  @Test
  void aBusyPortIsToldWithWhatToDo() throws IOException {
    try (Controller first = Controller.start(options())) {
      var no =
          assertThrows(
              IOException.class,
              () ->
                  Controller.start(
                      ControllerOptions.local(data.resolve("other"), ReadyHalls.trial())
                          .withPorts(first.port(), 0)));
      assertTrue(String.valueOf(no.getMessage()).contains("--port"), no.getMessage());
    }
  }

  @Test
  void aDeviceTakesATicketOverTls() throws Exception {
    Path store = data.resolve("broker.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "broker",
                "-keyalg",
                "EC",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                "secret",
                "-dname",
                "CN=hall",
                "-ext",
                "SAN=IP:127.0.0.1,DNS:localhost")
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("keytool.log").toFile())
            .start();
    assertTrue(keytool.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, keytool.exitValue());
    try (Controller controller =
        Controller.start(options().withTls(new EmbeddedBroker.Tls(store, "secret")))) {
      assertTrue(controller.broker().startsWith("ssl://"), controller.broker());
      Credentials credentials = Credentials.read(controller.registry().credentialsFile("kiosk-1"));
      try (DeviceSession kiosk =
          DeviceSessions.over(credentials, "test", "1", data.resolve("spool"))) {
        kiosk.open();
        await()
            .until(
                () -> controller.health().broker().ok() && controller.health().devicesOnline() > 0);
        HallAnswer.Reply reply =
            kiosk
                .ask(new Act.TakeTicket("A", List.of(), null, null, Language.ZH))
                .get(60, TimeUnit.SECONDS);
        assertTrue(reply instanceof HallAnswer.TicketIssued, reply.toString());
      }
    }
  }

  private ControllerOptions options() {
    return ControllerOptions.local(data.resolve("hall"), ReadyHalls.trial());
  }

  private static String take(Controller controller) {
    var command = new Command.IssueTicket(new LineId("A"), List.of(), null, null, null, "zh-CN");
    Decision decision =
        controller
            .writer()
            .submit(new Request(UUID.randomUUID().toString(), Actor.device("kiosk-1"), command))
            .join()
            .decision();
    return ((Decision.Accepted) decision)
        .events().stream()
            .filter(Event.TicketIssued.class::isInstance)
            .map(event -> ((Event.TicketIssued) event).ticket().number())
            .findFirst()
            .orElseThrow();
  }
}
