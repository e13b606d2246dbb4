package io.tidehall.server.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.tidehall.hall.Entry;
import io.tidehall.hall.Event;
import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.ticket.ServiceId;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.tide.TideRule;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.FromStringDeserializer;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/**
 * Journal entries to JSON text and back. The text is kept for ever: an event is known by the name
 * in {@link #NAMES}, never by its class, fields are only added, and fields that this version does
 * not know are ignored. The golden files under {@code golden/journal-v1} and later hold it to that.
 */
public final class EventCodec {
  /** The name of every event. A name is never changed or given to another event. */
  static final Map<Class<? extends Event>, String> NAMES =
      Map.ofEntries(
          Map.entry(Event.HallConfigured.class, "HallConfigured"),
          Map.entry(Event.DayBegun.class, "DayBegun"),
          Map.entry(Event.TicketIssued.class, "TicketIssued"),
          Map.entry(Event.SlipQueued.class, "SlipQueued"),
          Map.entry(Event.ListQueued.class, "ListQueued"),
          Map.entry(Event.ReportQueued.class, "ReportQueued"),
          Map.entry(Event.TestPageQueued.class, "TestPageQueued"),
          Map.entry(Event.NoticeIssued.class, "NoticeIssued"),
          Map.entry(Event.NoticeQueued.class, "NoticeQueued"),
          Map.entry(Event.EmergencyRaised.class, "EmergencyRaised"),
          Map.entry(Event.EmergencyAccepted.class, "EmergencyAccepted"),
          Map.entry(Event.EmergencyCleared.class, "EmergencyCleared"),
          Map.entry(Event.MessageSent.class, "MessageSent"),
          Map.entry(Event.MessageRead.class, "MessageRead"),
          Map.entry(Event.SlipEnded.class, "SlipEnded"),
          Map.entry(Event.ClerkSignedIn.class, "ClerkSignedIn"),
          Map.entry(Event.ClerkSignedOut.class, "ClerkSignedOut"),
          Map.entry(Event.WindowAsked.class, "WindowAsked"),
          Map.entry(Event.TicketCalled.class, "TicketCalled"),
          Map.entry(Event.TicketRecalled.class, "TicketRecalled"),
          Map.entry(Event.ServiceStarted.class, "ServiceStarted"),
          Map.entry(Event.ServiceFinished.class, "ServiceFinished"),
          Map.entry(Event.ServiceHeld.class, "ServiceHeld"),
          Map.entry(Event.ServiceResumed.class, "ServiceResumed"),
          Map.entry(Event.TicketMissed.class, "TicketMissed"),
          Map.entry(Event.TicketRequeued.class, "TicketRequeued"),
          Map.entry(Event.TicketTransferred.class, "TicketTransferred"),
          Map.entry(Event.ItemSplit.class, "ItemSplit"),
          Map.entry(Event.SplitDropped.class, "SplitDropped"),
          Map.entry(Event.SplitIssued.class, "SplitIssued"),
          Map.entry(Event.TicketVoided.class, "TicketVoided"),
          Map.entry(Event.TicketDelayed.class, "TicketDelayed"),
          Map.entry(Event.WindowPaused.class, "WindowPaused"),
          Map.entry(Event.PauseEnded.class, "PauseEnded"),
          Map.entry(Event.AfterTicketArranged.class, "AfterTicketArranged"),
          Map.entry(Event.WindowChanged.class, "WindowChanged"),
          Map.entry(Event.WindowOpened.class, "WindowOpened"),
          Map.entry(Event.WindowClosed.class, "WindowClosed"),
          Map.entry(Event.RatingInvited.class, "RatingInvited"),
          Map.entry(Event.ServiceRated.class, "ServiceRated"),
          Map.entry(Event.RatingSilent.class, "RatingSilent"),
          Map.entry(Event.RatingClosed.class, "RatingClosed"),
          Map.entry(Event.CallingChanged.class, "CallingChanged"),
          Map.entry(Event.SpeedsLearned.class, "SpeedsLearned"),
          Map.entry(Event.PolicyChanged.class, "PolicyChanged"),
          Map.entry(Event.Announced.class, "Announced"),
          Map.entry(Event.DeviceChanged.class, "DeviceChanged"),
          Map.entry(Event.FairnessBroken.class, "FairnessBroken"),
          Map.entry(Event.TidesWatched.class, "TidesWatched"),
          Map.entry(Event.TideProposed.class, "TideProposed"),
          Map.entry(Event.TideEstimated.class, "TideEstimated"),
          Map.entry(Event.TideProposalEnded.class, "TideProposalEnded"),
          Map.entry(Event.TideTurned.class, "TideTurned"),
          Map.entry(Event.BookingMade.class, "BookingMade"),
          Map.entry(Event.BookingCancelled.class, "BookingCancelled"),
          Map.entry(Event.BookingCheckedIn.class, "BookingCheckedIn"),
          Map.entry(Event.BookingMissed.class, "BookingMissed"),
          Map.entry(Event.DemandForecast.class, "DemandForecast"));

  /** The names of the tidal rules, likewise for ever. */
  private static final Map<Class<? extends TideRule>, String> RULES =
      Map.of(
          TideRule.Manual.class, "manual",
          TideRule.Schedule.class, "schedule",
          TideRule.Threshold.class, "threshold",
          TideRule.TimedThreshold.class, "timed-threshold",
          TideRule.Staffing.class, "staffing");

  /** An id that is a plain string in JSON. */
  record PlainId<T>(Class<T> type, Function<T, String> value, Function<String, T> make) {}

  /** Every id. */
  static final List<PlainId<?>> IDS =
      List.of(
          new PlainId<>(LineId.class, LineId::value, LineId::new),
          new PlainId<>(WindowId.class, WindowId::value, WindowId::new),
          new PlainId<>(ClerkId.class, ClerkId::value, ClerkId::new),
          new PlainId<>(TicketId.class, TicketId::value, TicketId::new),
          new PlainId<>(ServiceId.class, ServiceId::value, ServiceId::new));

  /** Reads and writes everything that an event can hold. */
  static final JsonMapper MAPPER = mapper();

  private static final ObjectWriter WRITER = MAPPER.writerFor(Entry.class);
  private static final ObjectReader READER = MAPPER.readerFor(Entry.class);

  private EventCodec() {}

  /** Says in the JSON which event it is. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  private interface Typed {}

  /** Says in the JSON which rule it is. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "rule")
  private interface Ruled {}

  /** One line of JSON. */
  public static String encode(Entry entry) {
    return WRITER.writeValueAsString(entry);
  }

  /**
   * Reads what {@link #encode} wrote, in this or an earlier version.
   *
   * @throws IllegalArgumentException when it is not an entry, or has an event that this version
   *     does not know
   */
  public static Entry decode(String json) {
    try {
      Entry entry = READER.readValue(json);
      if (entry == null) {
        throw new IllegalArgumentException("expected a journal entry, but null came");
      }
      return entry;
    } catch (InvalidTypeIdException e) {
      throw new IllegalArgumentException(
          "expected a journal entry of events that this version knows, but the event '%s' came; "
                  .formatted(e.getTypeId())
              + "the journal is of a later version: run that version, or a newer one",
          e);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "expected a journal entry, but " + e.getOriginalMessage(), e);
    }
  }

  /** The name of an event in the journal. */
  public static String name(Event event) {
    String name = NAMES.get(event.getClass());
    if (name == null) {
      throw new IllegalStateException("no name in EventCodec.NAMES for " + event.getClass());
    }
    return name;
  }

  private static JsonMapper mapper() {
    var ids = new SimpleModule("tidehall-ids");
    IDS.forEach(id -> plain(ids, id));
    var constraints =
        StreamReadConstraints.builder().maxNestingDepth(32).maxStringLength(100_000).build();
    JsonMapper.Builder builder =
        JsonMapper.builder(JsonFactory.builder().streamReadConstraints(constraints).build())
            .addModule(ids)
            .addMixIn(Event.class, Typed.class)
            .addMixIn(TideRule.class, Ruled.class)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
            .disable(EnumFeature.READ_ENUMS_USING_TO_STRING)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // A number field added later is absent from older entries and reads as zero.
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .changeDefaultPropertyInclusion(
                it -> it.withValueInclusion(JsonInclude.Include.NON_NULL));
    NAMES.forEach((type, name) -> builder.registerSubtypes(new NamedType(type, name)));
    RULES.forEach((type, name) -> builder.registerSubtypes(new NamedType(type, name)));
    return builder.build();
  }

  private static <T> void plain(SimpleModule module, PlainId<T> plain) {
    module.addSerializer(
        plain.type(),
        new StdScalarSerializer<T>(plain.type()) {
          @Override
          public void serialize(T id, JsonGenerator json, SerializationContext context) {
            json.writeString(plain.value().apply(id));
          }
        });
    module.addDeserializer(
        plain.type(),
        new FromStringDeserializer<T>(plain.type()) {
          @Override
          protected T _deserialize(String text, DeserializationContext context) {
            return plain.make().apply(text);
          }
        });
  }
}
