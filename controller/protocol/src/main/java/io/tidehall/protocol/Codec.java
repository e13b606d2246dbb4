package io.tidehall.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages to UTF-8 JSON and back. Unknown fields are ignored, so that either side may be newer;
 * unknown types and everything malformed is refused with a reason.
 */
public final class Codec {
  /** The largest message a device may send, in bytes. */
  public static final int MAX_DEVICE_MESSAGE = 16 * 1024;

  /** The largest message the hall may send (a catalogue of 2,000 items), in bytes. */
  public static final int MAX_HALL_MESSAGE = 2 * 1024 * 1024;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(32)
                          .maxStringLength(10_000)
                          .build())
                  .build())
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .changeDefaultPropertyInclusion(it -> it.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  private Codec() {}

  public static byte[] encode(Message message) {
    return MAPPER.writeValueAsBytes(message);
  }

  /**
   * Reads a message.
   *
   * @throws MalformedMessageException when the bytes are too many, are not JSON, are of a type this
   *     version does not know, or break a record's rules
   */
  public static <M extends Message> M decode(Class<M> type, byte[] bytes)
      throws MalformedMessageException {
    int limit =
        type == DeviceRequest.class || type == Presence.class || type == DeviceStatus.class
            ? MAX_DEVICE_MESSAGE
            : MAX_HALL_MESSAGE;
    return read(type, bytes, limit);
  }

  static byte[] bytes(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  static <T> T read(Class<T> type, byte[] bytes, int limit) throws MalformedMessageException {
    if (bytes.length > limit) {
      throw new MalformedMessageException(
          "expected a %s of at most %d bytes, but %d came"
              .formatted(type.getSimpleName(), limit, bytes.length));
    }
    try {
      T message = MAPPER.readValue(bytes, type);
      if (message == null) {
        throw new MalformedMessageException(
            "expected a %s, but null came".formatted(type.getSimpleName()));
      }
      return message;
    } catch (InvalidTypeIdException e) {
      throw new MalformedMessageException(
          "expected a %s of a known type, but the type '%s' came"
              .formatted(type.getSimpleName(), e.getTypeId()),
          e);
    } catch (JacksonException e) {
      Throwable root = e;
      while (root.getCause() != null && root.getCause() != root) {
        root = root.getCause();
      }
      String reason = root == e ? e.getOriginalMessage() : root.getMessage();
      throw new MalformedMessageException(
          "expected a %s, but %s%s".formatted(type.getSimpleName(), reason, where(e)), e);
    }
  }

  /** The JSON of a message as text, for logs and golden files. */
  public static String text(Message message) {
    return new String(encode(message), StandardCharsets.UTF_8);
  }

  private static String where(JacksonException e) {
    String path =
        e instanceof tools.jackson.databind.DatabindException d ? d.getPathReference() : "";
    var at = e.getLocation();
    return (path.isEmpty() ? "" : " at " + path)
        + (at == null ? "" : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr()));
  }
}
