package io.tidehall.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.server.hallfile.ReadyHalls;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The published description tells of every route and every body, and of nothing else. */
class OpenApiTest {
  private static final Pattern REFERENCE = Pattern.compile("\"#/components/schemas/(\\w+)\"");

  @Test
  void itsPathsAreTheRegisteredRoutesWithTheirRoles(@TempDir Path folder) throws IOException {
    Set<String> described = new TreeSet<>();
    description()
        .path("paths")
        .forEachEntry(
            (path, methods) ->
                methods.forEachEntry(
                    (method, operation) ->
                        described.add(
                            method.toUpperCase(Locale.ROOT)
                                + " "
                                + path
                                + " "
                                + operation
                                    .path("x-roles")
                                    .valueStream()
                                    .map(JsonNode::asString)
                                    .sorted()
                                    .toList())));
    try (var hall = new WebHall(ReadyHalls.trial(), folder)) {
      assertEquals(String.join("\n", new TreeSet<>(hall.routes())), String.join("\n", described));
    }
  }

  @Test
  void itsSchemasHaveTheComponentsOfTheirRecords() throws Exception {
    for (var entry : description().at("/components/schemas").properties()) {
      JsonNode schema = entry.getValue();
      Class<?> type = Class.forName(schema.path("x-record").asString());
      List<String> components =
          Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
      assertEquals(
          components, List.copyOf(schema.path("properties").propertyNames()), entry.getKey());
      List<String> required =
          Arrays.stream(type.getRecordComponents())
              .filter(it -> !it.getAnnotatedType().isAnnotationPresent(Nullable.class))
              .map(RecordComponent::getName)
              .toList();
      assertEquals(
          required,
          schema.path("required").valueStream().map(JsonNode::asString).toList(),
          entry.getKey());
    }
  }

  @Test
  void everyBodyOfTheInterfaceHasASchema() throws IOException {
    Set<String> described =
        description()
            .at("/components/schemas")
            .valueStream()
            .map(it -> it.path("x-record").asString())
            .collect(Collectors.toSet());
    for (Class<?> body : Api.class.getDeclaredClasses()) {
      assertTrue(described.contains(body.getName()), body + " has no schema");
    }
  }

  @Test
  void noReferenceLeadsNowhereAndNoSchemaIsUnused() throws IOException {
    JsonNode description = description();
    Set<String> used = new TreeSet<>();
    var references = REFERENCE.matcher(description.toString());
    while (references.find()) {
      used.add(references.group(1));
    }
    var known = new TreeSet<>(description.at("/components/schemas").propertyNames());
    assertEquals(known, used);
  }

  private static JsonNode description() throws IOException {
    try (var in = OpenApiTest.class.getResourceAsStream("openapi.yaml")) {
      return new YAMLMapper().readTree(Objects.requireNonNull(in));
    }
  }
}
