package io.tidehall.server.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.tidehall.hall.Entry;
import io.tidehall.hall.Event;
import io.tidehall.hall.calendar.WorkingDays;
import io.tidehall.hall.plan.BookingPlan;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.Identity;
import io.tidehall.hall.plan.Line;
import io.tidehall.hall.plan.LineId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Events are for ever: each has a name and a golden file, and golden files always read. */
final class EventCodecTest {
  private static final List<String> FIRST = List.of("v1");
  private static final List<String> LATEST = List.of("v5", "v4", "v3", "v2", "v1");

  @Test
  void everyEventHasANameOfItsOwn() {
    Set<Class<?>> events = new HashSet<>(Arrays.asList(Event.class.getPermittedSubclasses()));
    assertEquals(events, EventCodec.NAMES.keySet(), "events and EventCodec.NAMES");
    assertEquals(
        EventCodec.NAMES.size(),
        new HashSet<>(EventCodec.NAMES.values()).size(),
        "two events share a name");
  }

  @Test
  void everyEventHasASample() {
    Set<String> sampled =
        Samples.events().stream()
            .map(EventCodec::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(EventCodec.NAMES.values()), sampled);
  }

  @TestFactory
  List<DynamicTest> theGoldenFileOfAnEventStillReads() {
    return Samples.events().stream()
        .map(
            event ->
                DynamicTest.dynamicTest(
                    EventCodec.name(event),
                    () -> {
                      Entry entry = Samples.entry(1, event);
                      assertEquals(entry, EventCodec.decode(golden(entry, event, LATEST)));
                    }))
        .toList();
  }

  @TestFactory
  List<DynamicTest> whatTheFirstVersionWroteStillReads() {
    return Samples.ofTheFirstVersion().stream()
        .map(
            event ->
                DynamicTest.dynamicTest(
                    EventCodec.name(event),
                    () -> {
                      Entry entry = Samples.entry(1, event);
                      assertEquals(entry, EventCodec.decode(golden(entry, event, FIRST)));
                    }))
        .toList();
  }

  @TestFactory
  List<DynamicTest> whatIsWrittenReadsBackEqual() {
    return Samples.events().stream()
        .map(
            event ->
                DynamicTest.dynamicTest(
                    EventCodec.name(event),
                    () -> {
                      Entry entry = Samples.entry(9, event, event);
                      assertEquals(entry, EventCodec.decode(EventCodec.encode(entry)));
                    }))
        .toList();
  }

  @Test
  void everyTidalRuleReadsBackEqual() {
    var event = new Event.HallConfigured(Samples.tidalPlan());
    String json = EventCodec.encode(Samples.entry(1, event));
    assertEquals(event, only(EventCodec.decode(json)));
    for (String rule : List.of("manual", "schedule", "threshold", "staffing")) {
      assertTrue(json.contains("{\"rule\":\"" + rule + "\""), json);
    }
  }

  @Test
  void linesForSeveralItemsWaysToBeRecognisedAndBookingsReadBackEqual() {
    HallPlan plan = HallPlan.blank();
    var several =
        new Line(
            new LineId("S"),
            "S",
            "一件事",
            "Several",
            "综合",
            List.of(),
            0,
            Duration.ofMinutes(9),
            true);
    var event =
        new Event.HallConfigured(
            new HallPlan(
                "h",
                "厅",
                "Hall",
                plan.zone(),
                true,
                List.of(several),
                List.of(),
                List.of(),
                plan.hours(),
                plan.workingDays(),
                plan.rules()
                    .withIdentity(List.of(Identity.ID_CARD, Identity.NONE))
                    .withBookings(BookingPlan.usual(2)),
                List.of(),
                List.of()));
    assertEquals(event, only(EventCodec.decode(EventCodec.encode(Samples.entry(1, event)))));
  }

  @Test
  void fieldsOfLaterVersionsAreIgnored() {
    String later =
        """
        {"seq":1,"at":"2026-11-23T01:02:03Z","request":"r","novelty":{"a":[1]},
         "actor":{"kind":"DEVICE","id":"kiosk-1","floor":2},
         "events":[{"type":"WindowAsked","window":"3","mood":"fine"}]}
        """;
    assertEquals("3", ((Event.WindowAsked) only(EventCodec.decode(later))).window().value());
  }

  @Test
  void anUnknownEventIsNamedWithWhatToDo() {
    String later =
        """
        {"seq":1,"at":"2026-11-23T01:02:03Z","request":"r","actor":{"kind":"SYSTEM","id":"hall"},
         "events":[{"type":"DoveReleased"}]}
        """;
    var refused =
        assertThrows(IllegalArgumentException.class, () -> EventCodec.decode(later)).toString();
    assertTrue(refused.contains("'DoveReleased'") && refused.contains("newer"), refused);
  }

  @Test
  void whatIsNoEntryIsRefused() {
    for (String text : List.of("", "null", "[]", "{\"seq\":", "{\"seq\":1}{\"seq\":2}")) {
      assertThrows(IllegalArgumentException.class, () -> EventCodec.decode(text), text);
    }
  }

  @Test
  void absentFieldsStayAbsent() {
    var event = new Event.HallConfigured(HallPlan.blank());
    String json = EventCodec.encode(Samples.entry(1, event));
    assertEquals(event, only(EventCodec.decode(json)), "the first day there is must survive");
    assertEquals(WorkingDays.plainWeeks(), event.plan().workingDays());
    assertTrue(!json.contains("null"), json);
  }

  private static Event only(Entry entry) {
    assertEquals(1, entry.events().size());
    return entry.events().getFirst();
  }

  /** The golden file of the latest of these versions that changed or brought the event. */
  private static String golden(Entry entry, Event event, List<String> versions) throws IOException {
    String file = EventCodec.name(event) + ".json";
    for (String version : versions) {
      String path = "/golden/journal-" + version + "/" + file;
      try (@Nullable InputStream in = EventCodecTest.class.getResourceAsStream(path)) {
        if (in != null) {
          return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    return fail(
        "expected the golden file %s in journal-%s, for example%n%s"
            .formatted(file, versions.getFirst(), EventCodec.encode(entry)));
  }
}
