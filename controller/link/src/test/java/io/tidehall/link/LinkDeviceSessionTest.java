package io.tidehall.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.protocol.Act;
import io.tidehall.protocol.BoardState;
import io.tidehall.protocol.ClockState;
import io.tidehall.protocol.Codec;
import io.tidehall.protocol.DeviceRequest;
import io.tidehall.protocol.DeviceStatus;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.MalformedMessageException;
import io.tidehall.protocol.Presence;
import io.tidehall.protocol.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device session over the in-memory link, with time driven by the test. */
@SuppressWarnings("NullAway.Init") // JUnit fills the folder before each test.
class LinkDeviceSessionTest {
  private static final Instant START = Instant.parse("2026-11-02T00:30:00Z");
  private static final Act WISH = new Act.PressCallPad(Act.Button.NEXT);
  private static final Act FACT = new Act.DeclineRating("s-1");

  @TempDir Path spool;

  private final InMemoryBroker broker = new InMemoryBroker();
  private final InMemoryLink hall = broker.link("controller");
  private final List<DeviceRequest> asked = new CopyOnWriteArrayList<>();
  private final List<DeviceSession.Reach> reaches = new CopyOnWriteArrayList<>();
  private volatile Duration elapsed = Duration.ZERO;
  private InMemoryLink link;
  private LinkDeviceSession session;

  @BeforeEach
  void openHall() {
    hall.subscribe(
        Topics.ALL_REQUESTS,
        (topic, payload) -> {
          try {
            asked.add(Codec.decode(DeviceRequest.class, payload));
          } catch (MalformedMessageException e) {
            throw new IllegalStateException(e);
          }
        });
    hall.open();
    openSession();
  }

  @AfterEach
  void close() {
    session.close();
    hall.close();
  }

  @Test
  void eachControllerThatComesIsAnsweredOnce() throws Exception {
    assertNull(presence().heard());
    hall.publishState(Topics.CLOCK, Codec.encode(new ClockState(START, 5, START)));
    settle();
    assertEquals(START, presence().heard());
    Instant restarted = START.plusSeconds(60);
    List<Presence> told = new CopyOnWriteArrayList<>();
    hall.subscribe(
        Topics.presence("kiosk-1"),
        (_, payload) -> {
          try {
            told.add(Codec.decode(Presence.class, payload));
          } catch (MalformedMessageException e) {
            throw new IllegalStateException(e);
          }
        });
    for (int second = 0; second < 6; second += 2) {
      hall.publishState(
          Topics.CLOCK, Codec.encode(new ClockState(restarted.plusSeconds(second), 5, restarted)));
    }
    settle();
    assertEquals(
        1, told.stream().filter(it -> it.online() && restarted.equals(it.heard())).count());
  }

  @Test
  void aDeviceShowsThatItIsThereAndThatItIsGone() throws Exception {
    Presence there = presence();
    assertTrue(there.online());
    assertEquals("kiosk", there.app());
    link.cut();
    assertFalse(presence().online());
    link.mend();
    settle();
    assertTrue(presence().online());
    session.close();
    assertFalse(presence().online());
  }

  @Test
  void anAnswerReachesWhoAsked() {
    CompletableFuture<HallAnswer.Reply> answer = session.ask(WISH);
    settle();
    answer(asked.getFirst().id());
    assertInstanceOf(HallAnswer.Done.class, answer.join());
  }

  @Test
  void aRequestIsRepeatedWithTheSameIdUntilAnswered() {
    CompletableFuture<HallAnswer.Reply> answer = session.ask(WISH);
    pass(Duration.ofSeconds(1));
    pass(Duration.ofSeconds(2));
    settle();
    assertEquals(3, asked.size());
    assertEquals(1, asked.stream().distinct().count());
    answer(asked.getFirst().id());
    assertInstanceOf(HallAnswer.Done.class, answer.join());
    pass(Duration.ofSeconds(1));
    settle();
    assertEquals(3, asked.size());
  }

  @Test
  void aRepeatedAnswerChangesNothing() {
    List<HallAnswer.Reply> replies = new CopyOnWriteArrayList<>();
    var _ = session.ask(WISH).thenAccept(replies::add);
    settle();
    answer(asked.getFirst().id());
    answer(asked.getFirst().id());
    answer("never-asked");
    settle();
    assertEquals(List.of(new HallAnswer.Done()), replies);
  }

  @Test
  void aWishThatNobodyAnswersFailsAndIsNotSentLater() {
    link.cut();
    CompletableFuture<HallAnswer.Reply> answer = session.ask(WISH);
    pass(Duration.ofSeconds(5));
    CompletionException failure = assertThrows(CompletionException.class, answer::join);
    assertInstanceOf(DeviceSession.NotAnsweredException.class, failure.getCause());
    link.mend();
    settle();
    assertEquals(List.of(), asked);
  }

  @Test
  void aWishMadeOfflineIsSentIfTheNetworkIsBackInTime() {
    link.cut();
    CompletableFuture<HallAnswer.Reply> answer = session.ask(WISH);
    pass(Duration.ofSeconds(3));
    link.mend();
    settle();
    answer(asked.getFirst().id());
    assertInstanceOf(HallAnswer.Done.class, answer.join());
  }

  @Test
  void factsSurviveARestartAndAreToldInTheirOrder() throws IOException {
    link.cut();
    for (int i = 0; i < 5; i++) {
      var _ = session.ask(new Act.DeclineRating("s-" + i));
    }
    var _ = session.ask(WISH);
    settle();
    session.close();
    assertEquals(5, spooled());

    openSession();
    settle();
    assertEquals(
        List.of("s-0", "s-1", "s-2", "s-3", "s-4"),
        asked.stream().map(it -> ((Act.DeclineRating) it.act()).service()).toList());
    asked.forEach(request -> answer(request.id()));
    settle();
    assertEquals(0, spooled());
  }

  @Test
  void aFactIsRepeatedForDaysAndARefusalSettlesIt() throws IOException {
    CompletableFuture<HallAnswer.Reply> answer = session.ask(FACT);
    pass(Duration.ofDays(8));
    assertFalse(answer.isDone());
    assertTrue(asked.size() >= 2);
    var no = new HallAnswer.Refused("TOO_LATE", io.tidehall.protocol.Text.of("已过期", "Too late"));
    publish(new HallAnswer(asked.getFirst().id(), START, no));
    settle();
    assertEquals(no, answer.join());
    assertEquals(0, spooled());
  }

  @Test
  void aSpoiledFileIsPutAsideAndCounted() throws IOException {
    session.close();
    Files.writeString(spool.resolve("0000000000000001-x.json"), "{\"id\":");
    openSession();
    assertEquals(1, session.malformed());
    assertTrue(Files.exists(spool.resolve("0000000000000001-x.json.bad")));
  }

  @Test
  void malformedMessagesAreCountedAndDropped() {
    List<BoardState> seen = new CopyOnWriteArrayList<>();
    session.watch(Topics.BOARD, BoardState.class, seen::add);
    hall.publishState(Topics.BOARD, "not json".getBytes(StandardCharsets.UTF_8));
    hall.publishState(Topics.BOARD, new byte[0]);
    BoardState board = new BoardState(1, List.of(), List.of());
    hall.publishState(Topics.BOARD, Codec.encode(board));
    settle();
    assertEquals(List.of(board), seen);
    assertEquals(1, session.malformed());
  }

  @Test
  void theStatusIsSentOnlyWhenItChangedAndAgainAfterReconnection() {
    Inbox statuses = new Inbox();
    hall.subscribe(Topics.status("kiosk-1"), statuses);
    session.report(DeviceStatus.Paper.OK, List.of());
    session.report(DeviceStatus.Paper.OK, List.of());
    session.report(DeviceStatus.Paper.OUT, List.of("paper-out"));
    settle();
    assertEquals(2, statuses.texts().size());
    broker.forget();
    link.cut();
    link.mend();
    settle();
    assertEquals(3, statuses.texts().size());
    assertNotNull(broker.retained(Topics.status("kiosk-1")));
    assertArrayEquals(
        statuses.texts().getLast().getBytes(StandardCharsets.UTF_8),
        broker.retained(Topics.status("kiosk-1")));
  }

  @Test
  void aHeartbeatTellsThatTheDeviceIsWellThoughNothingHasChanged() throws Exception {
    Inbox statuses = new Inbox();
    hall.subscribe(Topics.status("kiosk-1"), statuses);
    session.report(DeviceStatus.Paper.OK, List.of());
    pass(DeviceStatus.HEARTBEAT.minusSeconds(1));
    assertEquals(1, statuses.texts().size());
    session.doubts(2);
    pass(DeviceStatus.HEARTBEAT);
    assertEquals(3, statuses.texts().size());
    var last =
        Codec.decode(
            DeviceStatus.class, statuses.texts().getLast().getBytes(StandardCharsets.UTF_8));
    assertEquals(DeviceStatus.Paper.OK, last.paper());
    assertEquals(52, last.temperature());
    assertEquals(2, last.jobsInDoubt());
    assertEquals(39, last.uptimeSeconds());
  }

  @Test
  void theReachFollowsBrokerAndController() {
    clock(0);
    pass(Duration.ofSeconds(10));
    clock(10);
    pass(Duration.ofSeconds(16));
    clock(26);
    settle();
    link.cut();
    settle();
    link.mend();
    settle();
    assertEquals(
        List.of(
            DeviceSession.Reach.NO_CONTROLLER,
            DeviceSession.Reach.ONLINE,
            DeviceSession.Reach.NO_CONTROLLER,
            DeviceSession.Reach.ONLINE,
            DeviceSession.Reach.NO_BROKER,
            DeviceSession.Reach.ONLINE),
        reaches);
  }

  @Test
  void anOldRetainedClockIsNotTakenForALivingHall() {
    session.close();
    publishClock(START.minus(Duration.ofHours(3)));
    openSession();
    assertEquals(DeviceSession.Reach.NO_CONTROLLER, reaches.getLast());
    assertEquals(START.plus(elapsed), session.hallClock().instant());
    assertEquals(Instant.EPOCH, session.lastHeard());
  }

  @Test
  void theHallsClockCorrectsTheDevices() {
    Instant hallTime = START.plus(Duration.ofHours(8));
    publishClock(hallTime);
    publishClock(hallTime.plusSeconds(5));
    settle();
    assertEquals(hallTime.plusSeconds(5), session.hallClock().instant());
    assertEquals(DeviceSession.Reach.ONLINE, reaches.getLast());
  }

  private void openSession() {
    link = broker.link("kiosk-1", "", LinkDeviceSession.will("kiosk-1", "kiosk", "0.1.0", START));
    InstantSource deviceClock = () -> START.plus(elapsed);
    session =
        new LinkDeviceSession(
            link,
            "kiosk-1",
            "kiosk",
            "0.1.0",
            spool,
            deviceClock,
            () -> elapsed.toNanos(),
            () -> 52,
            null);
    session.open();
    settle();
    reaches.clear();
    session.watchReach(reaches::add);
    settle();
  }

  private void pass(Duration time) {
    settle();
    elapsed = elapsed.plus(time);
    session.tickSoon();
    settle();
  }

  /** Waits until what was sent has been handled on both sides, there and back. */
  private void settle() {
    for (int i = 0; i < 4; i++) {
      drain(link);
      drain(hall);
    }
  }

  private static void drain(Link link) {
    var done = new CountDownLatch(1);
    link.execute(done::countDown);
    try {
      assertTrue(done.await(60, TimeUnit.SECONDS));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(String request) {
    publish(new HallAnswer(request, START, new HallAnswer.Done()));
  }

  private void publish(HallAnswer answer) {
    hall.publish(Topics.answer("kiosk-1"), Codec.encode(answer));
  }

  private void clock(int second) {
    publishClock(START.plusSeconds(second));
    settle();
  }

  private void publishClock(Instant at) {
    hall.publishState(Topics.CLOCK, Codec.encode(new ClockState(at, 5, null)));
  }

  private Presence presence() throws MalformedMessageException {
    byte[] retained = broker.retained(Topics.presence("kiosk-1"));
    assertNotNull(retained);
    return Codec.decode(Presence.class, retained);
  }

  private long spooled() throws IOException {
    try (Stream<Path> files = Files.list(spool)) {
      return files.filter(file -> file.toString().endsWith(".json")).count();
    }
  }
}
