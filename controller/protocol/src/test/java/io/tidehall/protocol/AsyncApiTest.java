package io.tidehall.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The published document and the code say the same, in both directions. */
class AsyncApiTest {
  private static final Set<String> ACTS = Set.of("request", "answer", "job");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final JsonNode document = read();

  @Test
  void theChannelsAreTheTopics() throws ReflectiveOperationException {
    Map<String, String> channels = new TreeMap<>();
    document
        .get("channels")
        .properties()
        .forEach(it -> channels.put(it.getKey(), it.getValue().get("address").asString()));
    assertEquals(topics("{device}", "{window}"), channels);
  }

  @Test
  void eachMessageHasItsChannel() {
    Set<String> carried = new TreeSet<>();
    document
        .get("channels")
        .forEach(
            channel ->
                channel
                    .get("messages")
                    .properties()
                    .forEach(
                        message -> {
                          assertEquals(
                              "#/components/messages/" + message.getKey(),
                              message.getValue().get("$ref").asString());
                          assertTrue(carried.add(message.getKey()), message.getKey() + " twice");
                        }));
    Set<String> inCode =
        Arrays.stream(Message.class.getPermittedSubclasses())
            .map(SchemaOfCode::name)
            .collect(Collectors.toSet());
    assertEquals(inCode, carried);
    Set<String> described = new TreeSet<>();
    document
        .at("/components/messages")
        .properties()
        .forEach(
            message -> {
              assertEquals(
                  "#/components/schemas/" + message.getKey(),
                  message.getValue().at("/payload/$ref").asString());
              described.add(message.getKey());
            });
    assertEquals(inCode, described);
  }

  @Test
  void theSchemasAreTheRecords() {
    Map<String, JsonNode> inDocument = new TreeMap<>();
    document
        .at("/components/schemas")
        .properties()
        .forEach(
            it -> {
              ((ObjectNode) it.getValue()).remove("description");
              inDocument.put(it.getKey(), it.getValue());
            });
    Map<String, JsonNode> inCode = new TreeMap<>();
    SchemaOfCode.all().forEach((name, schema) -> inCode.put(name, JSON.valueToTree(schema)));
    assertEquals(inCode.keySet(), inDocument.keySet());
    inCode.forEach((name, schema) -> assertEquals(schema, inDocument.get(name), name));
  }

  @Test
  void statesAreRetainedAndActsAreNot() {
    Set<String> operations = new TreeSet<>();
    document
        .get("operations")
        .properties()
        .forEach(
            it -> {
              JsonNode mqtt = it.getValue().at("/bindings/mqtt");
              assertEquals(1, mqtt.get("qos").asInt(), it.getKey());
              assertEquals(
                  !ACTS.contains(it.getKey()), mqtt.get("retain").asBoolean(), it.getKey());
              assertEquals(
                  "#/channels/" + it.getKey(), it.getValue().at("/channel/$ref").asString());
              operations.add(it.getKey());
            });
    assertEquals(Set.copyOf(document.get("channels").propertyNames()), operations);
  }

  @Test
  void whatIsSentByDevicesIsReceivedByTheHall() {
    Set<String> publishedByDevices = new TreeSet<>();
    for (DeviceRole role : DeviceRole.values()) {
      publishedByDevices.addAll(strings(document.at("/x-access/" + role.word() + "/publish")));
    }
    Set<String> received =
        document.get("operations").properties().stream()
            .filter(it -> it.getValue().get("action").asString().equals("receive"))
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(publishedByDevices, received);
  }

  @Test
  void eachRoleHasItsAccessList() throws ReflectiveOperationException {
    Map<String, String> topics = topics("d-1", "3");
    assertEquals(DeviceRole.values().length, document.get("x-access").size());
    for (DeviceRole role : DeviceRole.values()) {
      JsonNode access = document.at("/x-access/" + role.word());
      AccessList list = AccessList.of("d-1", role, role.atWindow() ? "3" : null);
      assertEquals(Set.copyOf(list.publish()), resolved(access.get("publish"), topics));
      assertEquals(Set.copyOf(list.subscribe()), resolved(access.get("subscribe"), topics));
    }
  }

  private static Set<String> resolved(JsonNode channels, Map<String, String> topics) {
    return strings(channels).stream()
        .map(channel -> String.valueOf(topics.get(channel)))
        .collect(Collectors.toSet());
  }

  private static List<String> strings(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString).toList();
  }

  /** All of {@link Topics}, by channel name. */
  private static Map<String, String> topics(String device, String window)
      throws ReflectiveOperationException {
    Map<String, String> topics = new TreeMap<>();
    for (Field field : Topics.class.getFields()) {
      if (!field.getName().equals("ROOT") && !field.getName().startsWith("ALL_")) {
        topics.put(
            field.getName().toLowerCase(java.util.Locale.ROOT), String.valueOf(field.get(null)));
      }
    }
    for (Method method : Topics.class.getDeclaredMethods()) {
      if (Modifier.isPublic(method.getModifiers()) && method.getReturnType() == String.class) {
        String topic = String.valueOf(method.invoke(null, "PLACE"));
        topics.put(
            method.getName(),
            topic.replace("PLACE", method.getName().equals("window") ? window : device));
      }
    }
    return topics;
  }

  private static JsonNode read() {
    try (InputStream in = Topics.class.getResourceAsStream("asyncapi.yaml")) {
      assertNotNull(in, "expected asyncapi.yaml beside the classes");
      return YAMLMapper.builder().build().readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
