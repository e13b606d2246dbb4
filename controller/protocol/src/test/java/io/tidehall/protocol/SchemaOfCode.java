package io.tidehall.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of all messages as the code has them, in the words of AsyncAPI. A field is required
 * when its component cannot be null: who writes it always writes it.
 */
final class SchemaOfCode {
  private final Map<String, Object> schemas = new TreeMap<>();

  static Map<String, Object> all() {
    var code = new SchemaOfCode();
    Arrays.stream(Message.class.getPermittedSubclasses()).forEach(type -> code.add(type, null));
    return code.schemas;
  }

  static String name(Class<?> type) {
    return type.getCanonicalName().substring("io.tidehall.protocol.".length());
  }

  private void add(Class<?> type, @Nullable String typeName) {
    if (schemas.containsKey(name(type))) {
      return;
    }
    Map<String, Object> schema = new TreeMap<>();
    schemas.put(name(type), schema);
    if (type.isEnum()) {
      schema.put("type", "string");
      schema.put("enum", Arrays.stream(type.getEnumConstants()).map(SchemaOfCode::word).toList());
    } else if (type.isRecord()) {
      addRecord(schema, type, typeName);
    } else {
      schema.put("discriminator", "type");
      schema.put("oneOf", Arrays.stream(type.getPermittedSubclasses()).map(this::ref).toList());
      for (JsonSubTypes.Type each :
          Objects.requireNonNull(type.getAnnotation(JsonSubTypes.class)).value()) {
        schemas.remove(name(each.value()));
        add(each.value(), each.name());
      }
    }
  }

  private void addRecord(Map<String, Object> schema, Class<?> type, @Nullable String typeName) {
    Map<String, Object> properties = new TreeMap<>();
    List<String> required = new java.util.ArrayList<>();
    if (typeName != null) {
      properties.put("type", Map.of("const", typeName));
      required.add("type");
    }
    for (RecordComponent component : type.getRecordComponents()) {
      AnnotatedType annotated = component.getAnnotatedType();
      properties.put(component.getName(), of(component.getGenericType()));
      if (!annotated.isAnnotationPresent(Nullable.class)) {
        required.add(component.getName());
      }
    }
    schema.put("type", "object");
    if (!properties.isEmpty()) {
      schema.put("properties", properties);
      schema.put("required", required.stream().sorted().toList());
    }
  }

  private Object of(Type type) {
    return switch (type) {
      case ParameterizedType list ->
          Map.of("type", "array", "items", of(list.getActualTypeArguments()[0]));
      case Class<?> it when it == String.class -> Map.of("type", "string");
      case Class<?> it when it == boolean.class || it == Boolean.class -> Map.of("type", "boolean");
      case Class<?> it when it == int.class || it == Integer.class ->
          Map.of("type", "integer", "format", "int32");
      case Class<?> it when it == long.class -> Map.of("type", "integer", "format", "int64");
      case Class<?> it when it == Instant.class -> Map.of("type", "string", "format", "date-time");
      case Class<?> it when it == LocalDate.class -> Map.of("type", "string", "format", "date");
      case Class<?> it when it == LocalTime.class ->
          Map.of("type", "string", "format", "local-time");
      case Class<?> it when it == LocalDateTime.class ->
          Map.of("type", "string", "format", "local-date-time");
      case Class<?> it -> ref(it);
      default -> throw new IllegalStateException("no schema for " + type);
    };
  }

  private Object ref(Class<?> type) {
    add(type, null);
    return Map.of("$ref", "#/components/schemas/" + name(type));
  }

  private static String word(Object constant) {
    try {
      JsonProperty property =
          constant.getClass().getField(constant.toString()).getAnnotation(JsonProperty.class);
      return property == null ? constant.toString() : property.value();
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }
}
