package io.tidehall.simulator.scenario;

import io.tidehall.simulator.scenario.Scenario.Category;
import io.tidehall.simulator.scenario.Scenario.Period;
import io.tidehall.simulator.scenario.Scenario.Shift;
import io.tidehall.simulator.scenario.Scenario.TidalSpec;
import io.tidehall.simulator.scenario.Scenario.WindowSpec;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a scenario in the form that {@link ScenarioFile} reads. */
public final class ScenarioWriter {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private ScenarioWriter() {}

  /** The text of a file. */
  public static String write(Scenario it) {
    ObjectNode top = JSON.createObjectNode();
    top.put("name", it.name()).put("title", it.title());
    top.put("open", it.open()).put("close", it.close()).put("limit", it.limit());
    top.put("callGap", it.callGap()).put("noShowTime", it.noShowTime());
    top.put("dayCv", it.dayCv()).put("fieldDayCv", it.fieldDayCv());
    top.put("comprehensiveSlowdown", it.slowdown());
    ArrayNode classes = top.putArray("classes");
    it.classes()
        .forEach(
            its ->
                classes
                    .addObject()
                    .put("id", its.id())
                    .put("share", its.share())
                    .put("headstart", its.headStart()));
    ObjectNode profiles = top.putObject("profiles");
    it.profiles().forEach((name, periods) -> periods(profiles.putArray(name), periods));
    ArrayNode categories = top.putArray("categories");
    it.categories().forEach(its -> category(categories.addObject(), its));
    ArrayNode windows = top.putArray("windows");
    it.windows().forEach(its -> window(windows.addObject(), its));
    ObjectNode tidal = top.putObject("tidal");
    it.tidal().forEach((name, its) -> tidal(tidal.putObject(name), its));
    return JSON.writeValueAsString(top);
  }

  private static void periods(ArrayNode to, List<Period> periods) {
    periods.forEach(its -> to.addArray().add(its.from()).add(its.to()).add(its.weight()));
  }

  private static void category(ObjectNode to, Category its) {
    to.put("id", its.id()).put("field", its.field());
    to.put("daily", its.daily()).put("profile", its.profile()).put("noshow", its.noShow());
    to.putObject("service")
        .put("dist", its.service().shape().name().toLowerCase(Locale.ROOT))
        .put("mean", its.service().mean())
        .put("cv", its.service().cv());
  }

  private static void window(ObjectNode to, WindowSpec its) {
    to.put("id", its.id()).put("type", its.type().name().toLowerCase(Locale.ROOT));
    ArrayNode serves = to.putArray("serves");
    its.serves().forEach(serves::add);
    // A window that keeps to no field: "*", since a text is never empty.
    to.put("home", its.home().isEmpty() ? "*" : its.home());
    shifts(to.putArray("shifts"), its.shifts());
    if (!its.speeds().isEmpty()) {
      ObjectNode speeds = to.putObject("speeds");
      its.speeds().forEach(speeds::put);
    }
    if (!its.lender().isEmpty()) {
      to.put("lender", its.lender());
    }
  }

  private static void shifts(ArrayNode to, List<Shift> shifts) {
    shifts.forEach(its -> to.addArray().add(its.from()).add(its.to()));
  }

  private static void tidal(ObjectNode to, TidalSpec its) {
    its.numbers().forEach(to::put);
    if (!its.periods().isEmpty()) {
      shifts(to.putArray("periods"), its.periods());
    }
  }
}
