package io.tidehall.server.writer;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.Decision;
import io.tidehall.hall.Request;
import io.tidehall.hall.plan.LineId;
import io.tidehall.server.hallfile.ReadyHalls;
import io.tidehall.server.journal.InMemoryJournal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HallWriterTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private final InMemoryJournal.Store store = new InMemoryJournal.Store();
  private final AtomicReference<@Nullable Throwable> fatal = new AtomicReference<>();

  @Test
  void whatIsAnsweredIsInTheJournal() {
    try (HallWriter writer = started()) {
      Answer answer = writer.submit(ticket("a")).join();
      assertInstanceOf(Decision.Accepted.class, answer.decision());
      assertEquals(answer.state(), HallWriter.replayed(new InMemoryJournal(store)));
    }
  }

  @Test
  void manyAtOnceAreAllAnsweredInOrderAndWithoutGaps() {
    try (HallWriter writer = started()) {
      List<Long> heard = new CopyOnWriteArrayList<>();
      writer.addAnnouncer((_, entries) -> entries.forEach(entry -> heard.add(entry.seq())));
      List<CompletableFuture<Answer>> answers = new ArrayList<>();
      for (int i = 0; i < 2_000; i++) {
        answers.add(writer.submit(ticket("r" + i)));
      }
      answers.forEach(CompletableFuture::join);
      assertEquals(2_000, writer.state().tickets().size());
      for (int i = 0; i < heard.size(); i++) {
        assertEquals(i + 2, heard.get(i));
      }
      assertEquals(2_000, heard.size());
    }
  }

  @Test
  void nothingIsToldOrAnsweredWhenTheJournalFails() {
    List<Long> heard = new CopyOnWriteArrayList<>();
    try (HallWriter writer = started()) {
      writer.addAnnouncer((_, entries) -> entries.forEach(entry -> heard.add(entry.seq())));
      store.refuseFrom(2);
      CompletableFuture<Answer> answer = writer.submit(ticket("lost"));
      var failed = assertThrows(CompletionException.class, answer::join);
      assertInstanceOf(HallWriter.StoppedException.class, failed.getCause());
      await().until(() -> fatal.get() != null);
      assertTrue(heard.isEmpty());
      assertTrue(writer.state().tickets().isEmpty());
      assertFalse(writer.running());
      var later = assertThrows(CompletionException.class, writer.submit(ticket("later"))::join);
      assertInstanceOf(HallWriter.StoppedException.class, later.getCause());
    }
  }

  @Test
  void aListenerThatThrowsStopsNothing() {
    try (HallWriter writer = started()) {
      writer.addAnnouncer(
          (_, _) -> {
            throw new IllegalStateException("a listener's bug");
          });
      assertInstanceOf(Decision.Accepted.class, writer.submit(ticket("a")).join().decision());
      assertTrue(writer.running());
    }
  }

  @Test
  void aRefusalIsRememberedForItsRequest() {
    try (HallWriter writer = started()) {
      var request = new Request("same", Actor.device("kiosk-1"), issue("no-such-line"));
      Decision first = writer.submit(request).join().decision();
      assertInstanceOf(Decision.Refused.class, first);
      assertEquals(
          first,
          writer
              .submit(new Request("same", Actor.device("kiosk-1"), issue("A")))
              .join()
              .decision());
    }
  }

  @Test
  void afterTheStopNothingIsAccepted() {
    HallWriter writer = started();
    writer.close();
    var failed = assertThrows(CompletionException.class, writer.submit(ticket("x"))::join);
    assertInstanceOf(HallWriter.StoppedException.class, failed.getCause());
  }

  @Test
  void whatWasSubmittedBeforeTheStopIsStillAnswered() {
    HallWriter writer = started();
    CompletableFuture<Answer> answer = writer.submit(ticket("last"));
    writer.close();
    assertInstanceOf(Decision.Accepted.class, answer.join().decision());
  }

  private HallWriter started() {
    var writer = new HallWriter(new InMemoryJournal(store), () -> NOW, fatal::set);
    writer.start();
    writer
        .submit(
            new Request(
                "configure", Actor.system(), new Command.Configure(ReadyHalls.trial().plan())))
        .join();
    return writer;
  }

  private static Request ticket(String id) {
    return new Request(id, Actor.device("kiosk-1"), issue("A"));
  }

  private static Command issue(String line) {
    return new Command.IssueTicket(new LineId(line), List.of(), null, null, null, "zh-CN");
  }
}
