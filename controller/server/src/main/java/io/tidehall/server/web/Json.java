package io.tidehall.server.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.json.JsonMapper;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;

/** JSON of the HTTP interface. */
final class Json implements JsonMapper {
  static final tools.jackson.databind.json.JsonMapper MAPPER =
      tools.jackson.databind.json.JsonMapper.builder()
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .changeDefaultPropertyInclusion(it -> it.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  /** The body of a request is not what was expected. */
  static final class BadBodyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadBodyException(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  @Override
  public String toJsonString(Object obj, Type type) {
    return MAPPER.writeValueAsString(obj);
  }

  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals")
  public <T> T fromJsonString(String json, Type targetType) {
    try {
      return present(targetType, MAPPER.readValue(json, MAPPER.constructType(targetType)));
    } catch (JacksonException e) {
      throw bad(targetType, e);
    }
  }

  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals")
  public <T> T fromJsonStream(InputStream json, Type targetType) {
    try {
      return present(targetType, MAPPER.readValue(json, MAPPER.constructType(targetType)));
    } catch (JacksonException e) {
      throw bad(targetType, e);
    }
  }

  /** The body {@code null} is JSON too, but no request. */
  private static <T> T present(Type type, @Nullable T body) {
    if (body == null) {
      throw new BadBodyException(
          "Expected a JSON body like %s, but it is null".formatted(name(type)), null);
    }
    return body;
  }

  private static BadBodyException bad(Type type, JacksonException e) {
    return new BadBodyException(
        "Expected a JSON body like %s, but %s".formatted(name(type), e.getOriginalMessage()), e);
  }

  private static String name(Type type) {
    return type instanceof Class<?> known ? known.getSimpleName() : type.getTypeName();
  }
}
