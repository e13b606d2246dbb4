package io.tidehall.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every message as it stands on the wire. A golden file is never changed once released: old devices
 * go on speaking so.
 */
class GoldenMessagesTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TestFactory
  Stream<DynamicTest> everyMessageIsReadFromItsGoldenFile() {
    return Samples.all().entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () ->
                        assertEquals(
                            entry.getValue(),
                            Codec.decode(entry.getValue().getClass(), golden(entry.getKey())))));
  }

  @TestFactory
  Stream<DynamicTest> everyMessageIsWrittenAsItsGoldenFile() {
    return Samples.all().entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () ->
                        assertEquals(
                            JSON.readTree(golden(entry.getKey())),
                            JSON.readTree(Codec.encode(entry.getValue())))));
  }

  @TestFactory
  Stream<DynamicTest> aNewerSenderMayAddFieldsAnywhere() {
    return Samples.all().entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () -> {
                      JsonNode tree = JSON.readTree(golden(entry.getKey()));
                      addUnknownFields(tree);
                      assertEquals(
                          entry.getValue(),
                          Codec.decode(entry.getValue().getClass(), JSON.writeValueAsBytes(tree)));
                    }));
  }

  @Test
  void everyMessageActAndReplyHasASample() {
    Set<Class<?>> sampled =
        Stream.of(
                Samples.all().values().stream(),
                Samples.acts().values().stream(),
                Samples.replies().values().stream())
            .flatMap(samples -> samples.map(Object::getClass))
            .collect(Collectors.toSet());
    Set<String> missing = new TreeSet<>();
    Stream.of(Message.class, Act.class, HallAnswer.Reply.class)
        .flatMap(type -> Arrays.stream(type.getPermittedSubclasses()))
        .filter(type -> !sampled.contains(type))
        .forEach(type -> missing.add(type.getSimpleName()));
    assertEquals(Set.of(), missing);
  }

  private static void addUnknownFields(JsonNode node) {
    switch (node) {
      case ObjectNode object -> {
        object.properties().forEach(field -> addUnknownFields(field.getValue()));
        object.put("addedInTheFuture", "yes");
      }
      case ArrayNode array -> array.forEach(GoldenMessagesTest::addUnknownFields);
      default -> {}
    }
  }

  private static byte[] golden(String name) throws IOException {
    try (InputStream in =
        GoldenMessagesTest.class.getResourceAsStream("/golden/" + name + ".json")) {
      assertNotNull(in, "expected src/test/resources/golden/" + name + ".json");
      return in.readAllBytes();
    }
  }
}
