package io.tidehall.server.writer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.Entry;
import io.tidehall.hall.Hall;
import io.tidehall.hall.HallState;
import io.tidehall.hall.Request;
import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.ticket.HoldKind;
import io.tidehall.hall.ticket.Outcome;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.server.hallfile.ReadyHalls;
import io.tidehall.server.journal.InMemoryJournal;
import io.tidehall.server.journal.Journal;
import io.tidehall.server.journal.StateCodec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsTest {
  private static final Instant MORNING = Instant.parse("2026-11-23T00:30:00Z");
  private static final List<String> WINDOWS = List.of("1", "2", "3", "4", "5");
  private static final List<String> LINES = List.of("A", "B", "C", "D");
  private static final List<HoldKind> HOLDS = List.of(HoldKind.values());

  @TempDir Path folder;
  private final InMemoryJournal.Store store = new InMemoryJournal.Store();
  private final Random random = new Random(7);
  private Instant now = MORNING;
  private HallState state = HallState.empty();

  @Test
  void aStateComesBackFromItsTextAsItWas() {
    act(0);
    List<String> both =
        LINES.subList(0, 2).stream()
            .map(line -> state.plan().findLine(new LineId(line)).orElseThrow().items().getFirst())
            .toList();
    var first = new LineId(LINES.getFirst());
    ask(Actor.system(), new Command.IssueTicket(first, both, null, null, null, "zh-CN"));
    assertEquals(1, state.queues().several().size());
    assertEquals(state, read(state));
    for (int hour = 0; hour < 12; hour++) {
      act(300);
      assertEquals(state, read(state));
    }
    assertFalse(state.tickets().isEmpty());
    assertFalse(state.slips().isEmpty());
    assertFalse(state.ratings().isEmpty());
    assertFalse(state.persons().isEmpty());
  }

  @Test
  void aStartReplaysOnlyWhatCameAfterTheSnapshot() {
    act(500);
    try (Snapshots snapshots = snapshots("rules-1")) {
      snapshots.announce(state, List.of(last()));
    }
    long from = state.seq();
    act(200);
    var journal = new Counting(new InMemoryJournal(store));
    assertEquals(state, snapshots("rules-1").replayed(journal));
    assertEquals(from, journal.from);
  }

  @Test
  void anotherProgramReplaysTheWholeJournal() {
    keptAfter(300);
    var journal = new Counting(new InMemoryJournal(store));
    assertEquals(state, snapshots("rules-2").replayed(journal));
    assertEquals(1, journal.from);
  }

  @Test
  void aDamagedSnapshotIsPassedOver() throws IOException {
    keptAfter(300);
    Path file = folder.resolve("state.snapshot");
    byte[] bytes = Files.readAllBytes(file);
    for (int length : new int[] {0, 5, bytes.length / 2, bytes.length - 1}) {
      Files.write(file, java.util.Arrays.copyOf(bytes, length));
      assertEquals(state, snapshots("rules-1").replayed(new InMemoryJournal(store)));
    }
  }

  @Test
  void aSnapshotOfAJournalThatWasPutBackIsPassedOver() {
    keptAfter(300);
    var other = new InMemoryJournal.Store();
    var journal = new InMemoryJournal(other);
    assertEquals(HallState.empty(), snapshots("rules-1").replayed(journal), "shorter");
    HallState once = HallState.empty();
    for (int i = 0; i < state.seq() + 5; i++) {
      var entry = new Entry(i + 1, MORNING, "other-" + i, Actor.system(), List.of());
      journal.append(List.of(entry));
      once = Hall.apply(once, entry);
    }
    assertEquals(once, snapshots("rules-1").replayed(journal), "longer, and different");
  }

  @Test
  void snapshotsAreTakenOnTheWayToo() {
    act(500);
    Path file = folder.resolve("state.snapshot");
    Snapshots snapshots = new Snapshots(folder, "rules-1", 50);
    snapshots.announce(state, List.of(last()));
    org.awaitility.Awaitility.await().until(() -> Files.exists(file));
    assertEquals(state, snapshots("rules-1").replayed(new InMemoryJournal(store)));
    snapshots.close();
  }

  @Test
  void twoBuildsOfTheRulesAreToldApart() throws IOException {
    Path program = Files.createDirectories(folder.resolve("program"));
    Files.writeString(program.resolve("A.class"), "one");
    String before = ProgramHash.of(program);
    assertEquals(before, ProgramHash.of(program));
    Files.writeString(program.resolve("A.class"), "two");
    assertFalse(before.equals(ProgramHash.of(program)));
    assertTrue(ProgramHash.ofRules().matches("[0-9a-f]{64}"));
  }

  private void keptAfter(int acts) {
    act(acts);
    try (Snapshots snapshots = snapshots("rules-1")) {
      snapshots.announce(state, List.of(last()));
    }
  }

  private Snapshots snapshots(String program) {
    return new Snapshots(folder, program, Integer.MAX_VALUE);
  }

  private Entry last() {
    List<Entry> entries = new ArrayList<>();
    new InMemoryJournal(store).replay(state.seq(), entries::add);
    return entries.getLast();
  }

  /** Wishes of all sorts: what the rules refuse is no entry. */
  private void act(int wishes) {
    if (state.seq() == 0) {
      ask(Actor.system(), new Command.Configure(ReadyHalls.trial().plan()));
    }
    for (int i = 0; i < wishes; i++) {
      now = now.plusSeconds(random.nextInt(40));
      var window = new WindowId(WINDOWS.get(random.nextInt(WINDOWS.size())));
      ask(Actor.system(), wish(window));
    }
  }

  private Command wish(WindowId window) {
    List<TicketId> live = List.copyOf(state.tickets().keySet());
    TicketId any =
        live.isEmpty() ? TicketId.of(state.day(), "A001") : live.get(random.nextInt(live.size()));
    var line = new LineId(LINES.get(random.nextInt(LINES.size())));
    return switch (random.nextInt(18)) {
      case 0, 1, 2, 3 ->
          new Command.IssueTicket(
              line, List.of(), null, "person-" + random.nextInt(200), "printer-1", "zh-CN");
      case 4 -> new Command.SignIn(window, new ClerkId("10" + window.value()), null);
      case 5, 6 -> new Command.CallNext(window);
      case 7, 8 -> new Command.Arrive(window);
      case 9, 10 -> new Command.Finish(window, Outcome.DONE_AT_ONCE, "");
      case 11 -> new Command.MarkNoShow(window);
      case 12 -> new Command.Hold(window, HOLDS.get(random.nextInt(HOLDS.size())));
      case 13 -> new Command.Resume(window, any);
      case 14 -> new Command.Pause(window, "meal", now.plusSeconds(600));
      case 15 -> new Command.EndPause(window);
      case 16 ->
          new Command.Transfer(window, new Command.Destination.ToLine(line), Command.Place.FRONT);
      default -> new Command.Requeue(any);
    };
  }

  private void ask(Actor actor, Command command) {
    var request = new Request("r" + random.nextLong(), actor, command);
    Hall.Step step = Hall.step(state, request, now);
    Entry entry = step.entry();
    if (entry != null) {
      new InMemoryJournal(store).append(List.of(entry));
      state = step.after();
    }
  }

  /** Tells from where it was replayed last. */
  private static final class Counting implements Journal {
    private final Journal journal;
    private long from;

    Counting(Journal journal) {
      this.journal = journal;
    }

    @Override
    public void appendLines(List<Line> lines) {
      journal.appendLines(lines);
    }

    @Override
    public void replay(long fromSeq, Consumer<Entry> consumer) {
      from = fromSeq;
      journal.replay(fromSeq, consumer);
    }

    @Override
    public long lastSeq() {
      return journal.lastSeq();
    }

    @Override
    public void close() {
      journal.close();
    }
  }

  private static HallState read(HallState state) {
    var out = new ByteArrayOutputStream();
    StateCodec.write(state, out);
    return StateCodec.read(new ByteArrayInputStream(out.toByteArray()));
  }
}
