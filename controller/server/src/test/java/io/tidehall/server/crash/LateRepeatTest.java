package io.tidehall.server.crash;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.Request;
import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.link.InMemoryBroker;
import io.tidehall.link.InMemoryLink;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.Codec;
import io.tidehall.protocol.DeviceRequest;
import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.MalformedMessageException;
import io.tidehall.protocol.Topics;
import io.tidehall.server.edge.DeviceEdge;
import io.tidehall.server.edge.DevicePlace;
import io.tidehall.server.edge.Devices;
import io.tidehall.server.edge.StorageGuard;
import io.tidehall.server.edge.TicketLinks;
import io.tidehall.server.hallfile.ReadyHalls;
import io.tidehall.server.journal.InMemoryJournal;
import io.tidehall.server.view.Views;
import io.tidehall.server.writer.HallWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device whose answer was lost in a crash asks again, perhaps too late for a new wish. */
class LateRepeatTest {
  private static final Instant START = Instant.parse("2026-11-23T01:00:00Z");
  private static final String KIOSK = "kiosk-1";

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final List<HallAnswer> answers = new CopyOnWriteArrayList<>();
  private final InMemoryBroker broker = new InMemoryBroker();
  private final InMemoryLink hall = broker.link("controller");
  private final InMemoryLink kiosk = broker.link(KIOSK);
  private final HallWriter writer = new HallWriter(new InMemoryJournal(), now::get, _ -> {});

  @BeforeEach
  void open(@TempDir Path folder) {
    writer.start();
    must(Actor.system(), new Command.Configure(ReadyHalls.trial().plan()));
    must(Actor.clerk("101"), new Command.SignIn(new WindowId("1"), new ClerkId("101"), null));
    var places = new Devices(List.of(new DevicePlace(KIOSK, DeviceRole.KIOSK, null, null)));
    new DeviceEdge(
            hall,
            writer,
            places,
            new Views(Map.of()),
            new TicketLinks("http://hall", new byte[32]),
            now::get,
            new StorageGuard(folder, 0),
            _ -> {})
        .start();
    kiosk.subscribe(Topics.answer(KIOSK), (_, payload) -> answers.add(decoded(payload)));
    hall.open();
    kiosk.open();
  }

  @AfterEach
  void close() {
    kiosk.close();
    hall.close();
    writer.close();
  }

  @Test
  void aLateRepeatOfAnAcceptedRequestGetsItsTicketAgain() {
    ask("r1");
    now.set(START.plus(Duration.ofMinutes(10)));
    ask("r1");

    var first = assertInstanceOf(HallAnswer.TicketIssued.class, answers.getFirst().reply());
    var again = assertInstanceOf(HallAnswer.TicketIssued.class, answers.getLast().reply());
    assertEquals(first.ticket().id(), again.ticket().id());
  }

  @Test
  void aNewWishThatComesTooLateIsRefused() {
    now.set(START.plus(Duration.ofMinutes(10)));
    ask("r2");

    var no = assertInstanceOf(HallAnswer.Refused.class, answers.getLast().reply());
    assertEquals("TOO_LATE", no.code());
  }

  /** Asks with the time at which the visitor pressed, and waits for the answer. */
  private void ask(String id) {
    int before = answers.size();
    var act = new Act.TakeTicket("A", List.of(), null, null, Language.ZH);
    kiosk.publish(Topics.request(KIOSK), Codec.encode(new DeviceRequest(id, START, act)));
    await().until(() -> answers.size() > before);
  }

  private void must(Actor actor, Command command) {
    var _ = writer.submit(new Request(command.toString(), actor, command)).join();
  }

  private static HallAnswer decoded(byte[] payload) {
    try {
      return Codec.decode(HallAnswer.class, payload);
    } catch (MalformedMessageException e) {
      throw new AssertionError("a malformed answer came", e);
    }
  }
}
