package io.tidehall.server.hallfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.protocol.DeviceRole;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HallSchemaTest {
  private static final JsonNode SCHEMA = new JsonMapper().readTree(HallSchema.text());

  @ParameterizedTest
  @ValueSource(strings = {"township", "street", "village"})
  void theSchemaAcceptsTheReadyHalls(String name) {
    assertEquals(
        List.of(), HallSchema.check(YamlTree.parse(name + ".yaml", ReadyHalls.source(name))));
  }

  @Test
  void theSchemaIsASchema() {
    var meta =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                com.networknt.schema.SchemaLocation.of(
                    SpecificationVersion.DRAFT_2020_12.getDialectId()));
    assertEquals(List.of(), meta.validate(HallSchema.text(), InputFormat.JSON));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id: township|id: [a]|id|text or a whole number",
        "level: town  |level: city  |level|one of town, street, village",
        "zone: Asia/Shanghai|zone: 8|zone|text",
        "usualServiceMinutes: 7}|usualServiceMinutes: long}|lines[0].usualServiceMinutes|a number",
        "usualServiceMinutes: 7}|usualServiceMinutes: 0}|lines[0].usualServiceMinutes|more than 0",
        "prefix: A,|prefix: a,|lines[0].prefix|1 to 3 capital letters",
        "number: 1,|number: 0,|windows[0].number|at least 1",
        "number: 1,|number: one,|windows[0].number|a window number from 1 to 999",
        "lines: [J]|lines: []|windows[5].lines|at least 1 in the list",
        "clerkWindows: 2|clerkWindows: 2.5|rules.clerkWindows|a whole number",
        "clerkWindows: 2|clerkWindows: 11|rules.clerkWindows|at most 10",
        "roles: [manager, admin]|roles: [boss]|clerks[6].roles[0]|one of clerk, manager, admin",
        "name: 王秀兰|name: ''|clerks[0].name|some text",
        "format: 1|format: 2|format|1",
        "slipNotices:|hallo: 1|hallo|one of the keys"
      })
  void aWrongTypeOrValueIsRejected(String old, String now, String key, String expected) {
    String text = ReadyHalls.source("township");
    assertTrue(text.contains(old), old);
    int at = text.indexOf(old);
    String changed = text.substring(0, at) + now + text.substring(at + old.length());
    if (key.equals("hallo")) {
      changed = text.substring(0, at) + now + "\n";
    }
    var problems = HallSchema.check(YamlTree.parse("hall.yaml", changed));
    assertEquals(List.of(key), problems.stream().map(Problem::key).distinct().toList());
    assertTrue(problems.getFirst().expected().startsWith(expected), problems.getFirst().text());
    assertEquals(
        1 + text.substring(0, at).chars().filter(c -> c == '\n').count(),
        problems.getFirst().line());
  }

  @Test
  void theSchemaKnowsTheKindsAndRolesOfTheCode() {
    assertEquals(
        Stream.of(WindowKind.values())
            .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList(),
        words("/$defs/window/properties/kind/enum"));
    assertEquals(
        Stream.of(DeviceRole.values()).map(DeviceRole::word).toList(),
        words("/$defs/device/properties/role/enum"));
    assertEquals(
        Stream.of(Level.values()).map(Level::word).toList(), words("/properties/level/enum"));
    assertEquals(
        Stream.of(Account.Role.values()).map(Account.Role::word).toList(),
        words("/$defs/clerk/properties/roles/items/enum"));
  }

  @Test
  void everyKeyAnEditorOffersHasATitleInBothLanguages() {
    SCHEMA
        .get("properties")
        .properties()
        .forEach(entry -> titled(entry.getKey(), entry.getValue()));
    for (String part :
        List.of("line", "window", "clerk", "rules", "device", "hours", "year", "kiosks")) {
      SCHEMA
          .at("/$defs/" + part + "/properties")
          .properties()
          .forEach(entry -> titled(part + "." + entry.getKey(), entry.getValue()));
    }
  }

  private static void titled(String key, JsonNode schema) {
    JsonNode named =
        schema.has("title") ? schema : SCHEMA.at(schema.path("$ref").asString("#").substring(1));
    assertTrue(named.path("title").asString("").contains(" / "), key);
  }

  private static List<String> words(String pointer) {
    return SCHEMA.at(pointer).valueStream().map(JsonNode::asString).toList();
  }
}
