package io.tidehall.server.journal;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.tidehall.hall.HallState;
import io.tidehall.hall.ticket.Lane;
import io.tidehall.hall.ticket.Rank;
import io.tidehall.hall.ticket.TicketState;
import io.tidehall.hall.window.Window;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.pcollections.TreePMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdConvertingDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.module.SimpleDeserializers;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdScalarSerializer;
import tools.jackson.databind.type.MapType;
import tools.jackson.databind.type.TypeFactory;
import tools.jackson.databind.util.StdConverter;

/**
 * A whole {@link HallState} as JSON. Unlike the journal's text it is not kept for ever: it is read
 * only by the program that wrote it, to spare that program a part of a replay.
 */
public final class StateCodec {
  private static final JsonMapper MAPPER = mapper();

  private StateCodec() {}

  /** Says in the JSON which state it is. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  private interface Typed {}

  /** Writes a state, which may be large, piece by piece; the stream stays open. */
  public static void write(HallState state, OutputStream out) {
    MAPPER.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).writeValue(out, state);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException when it is something else
   */
  public static HallState read(InputStream json) {
    try {
      return MAPPER.readValue(json, HallState.class);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "expected a hall's state, but " + e.getOriginalMessage(), e);
    }
  }

  private static JsonMapper mapper() {
    var module = new SimpleModule("tidehall-state");
    key(module, Lane.class, lane -> lane.kind() + "/" + lane.id(), StateCodec::lane);
    key(module, Rank.class, rank -> rank.since() + "/" + rank.order(), StateCodec::rank);
    EventCodec.IDS.forEach(id -> key(module, id));
    module.setDeserializers(new PersistentMaps());
    JsonMapper.Builder builder = EventCodec.MAPPER.rebuild().addModule(module);
    for (Class<?> sealed : new Class<?>[] {Window.class, TicketState.class}) {
      builder.addMixIn(sealed, Typed.class);
      leaves(sealed)
          .forEach(leaf -> builder.registerSubtypes(new NamedType(leaf, leaf.getSimpleName())));
    }
    return builder.build();
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(StateCodec::leaves)
        : Stream.of(type);
  }

  private static Lane lane(String text) {
    int slash = text.indexOf('/');
    return new Lane(Lane.Kind.valueOf(text.substring(0, slash)), text.substring(slash + 1));
  }

  private static Rank rank(String text) {
    int slash = text.indexOf('/');
    return new Rank(
        Instant.parse(text.substring(0, slash)), Long.parseLong(text.substring(slash + 1)));
  }

  private static <T> void key(SimpleModule module, EventCodec.PlainId<T> id) {
    key(module, id.type(), id.value(), id.make());
  }

  private static <T> void key(
      SimpleModule module, Class<T> type, Function<T, String> text, Function<String, T> make) {
    module.addKeySerializer(
        type,
        new StdScalarSerializer<T>(type) {
          @Override
          public void serialize(T key, JsonGenerator json, SerializationContext context) {
            json.writeName(text.apply(key));
          }
        });
    module.addKeyDeserializer(
        type,
        new KeyDeserializer() {
          @Override
          public Object deserializeKey(String key, DeserializationContext context) {
            return make.apply(key);
          }
        });
  }

  /** Jackson knows how to write a persistent map, and not how to make one. */
  private static final class PersistentMaps extends SimpleDeserializers {
    private static final long serialVersionUID = 1;

    @Override
    public ValueDeserializer<?> findMapDeserializer(
        MapType type,
        DeserializationConfig config,
        BeanDescription.Supplier bean,
        KeyDeserializer keys,
        TypeDeserializer types,
        ValueDeserializer<?> values) {
      return type.getRawClass() == TreePMap.class
          ? new StdConvertingDeserializer<>(new ToPersistent<>(type))
          : super.findMapDeserializer(type, config, bean, keys, types, values);
    }
  }

  private static final class ToPersistent<K extends Comparable<? super K>, V>
      extends StdConverter<Map<K, V>, TreePMap<K, V>> {
    private final MapType type;

    ToPersistent(MapType type) {
      this.type = type;
    }

    @Override
    public TreePMap<K, V> convert(Map<K, V> map) {
      return TreePMap.from(map);
    }

    @Override
    public JavaType getInputType(TypeFactory types) {
      return types.constructMapType(LinkedHashMap.class, type.getKeyType(), type.getContentType());
    }

    @Override
    public JavaType getOutputType(TypeFactory types) {
      return type;
    }
  }
}
