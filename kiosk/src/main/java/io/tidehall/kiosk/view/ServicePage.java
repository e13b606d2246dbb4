package io.tidehall.kiosk.view;

import io.tidehall.kiosk.flow.Happening.DigitsDone;
import io.tidehall.kiosk.flow.Happening.HallsLoudness;
import io.tidehall.kiosk.flow.Happening.Open;
import io.tidehall.kiosk.flow.Happening.Proceed;
import io.tidehall.kiosk.flow.Machine;
import io.tidehall.kiosk.flow.Service;
import io.tidehall.kiosk.flow.Service.Entry;
import io.tidehall.kiosk.flow.Service.Result;
import io.tidehall.kiosk.flow.World;
import io.tidehall.link.DeviceSession.Reach;
import io.tidehall.protocol.DeviceSetup;
import io.tidehall.protocol.DeviceStatus.Paper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** The pages of the service menu. */
final class ServicePage {
  private static final int MINUTE = 60;
  private static final int HOUR = 60 * MINUTE;

  private ServicePage() {}

  static Node build(Page page, Service at, boolean trusted) {
    return switch (at) {
      case Service.Pin it -> pin(page, it);
      case Service.Menu _ -> menu(page, trusted);
      case Service.Printer(var result, _) ->
          trial(page, "printer", List.of(printer(page)), said(page, "printer", result), result);
      case Service.Paper(var result, _) ->
          trial(page, "paper", List.of(printer(page)), said(page, "paper", result), result);
      case Service.Reader(var sight) -> reader(page, sight);
      case Service.Sound(int plays) -> sound(page, plays);
      case Service.Buttons it -> buttons(page, it);
      case Service.Network(var machine, _) -> network(page, machine);
      case Service.Sure(var leave) ->
          trial(
              page,
              word(leave),
              List.of(page.say("service." + word(leave) + ".hint")),
              "",
              Result.NONE);
      case Service.Leaving(var leave) ->
          leave == Service.Leave.RESTART ? MessagePage.moment(page) : MessagePage.ended(page);
      case Service.Colours _, Service.Touching _ -> GlassPage.build(page, at);
    };
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Node pin(Page page, Service.Pin pin) {
    var title = Parts.label(page.say("service.title"), "title");
    var hint = Parts.label(page.say("service.pin.hint"), "quiet-text");
    int tries = page.kiosk().guard().tries();
    var said = Parts.label(page.say("service.pin." + word(pin.note()), tries), "body");
    said.setId("pin-note");
    if (pin.note() == Service.Pin.Note.WRONG || pin.note() == Service.Pin.Note.LOCKED) {
      said.getStyleClass().addAll("warm", "rounded", "strip");
      said.setMaxWidth(Double.MAX_VALUE);
    }
    var shown =
        Parts.label(pin.digits().isEmpty() ? "–" : "●".repeat(pin.digits().length()), "digits");
    shown.setId("digits-pin");
    var field = DigitPad.field(page, page.say("service.pin"), shown);
    var go =
        Parts.button(
            "digits-done", page.say("service.pin.go"), page.on(new DigitsDone()), "primary");
    go.setDisable(!pin.full());
    go.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    var keys = DigitPad.keys(page);
    keys.setDisable(pin.note() == Service.Pin.Note.LOCKED);
    var column = Parts.column("phone-way", said, Parts.row("digit-fields", field), keys, go);
    column.getStyleClass().add("card");
    return page.wide()
        ? Parts.halves(
            Parts.column("body-half", title, hint, Parts.gap()),
            Parts.column("body-half", Parts.grow(column)))
        : page.column(List.of(title, hint), List.of(Parts.grow(column)));
  }

  private static Node menu(Page page, boolean trusted) {
    List<Entry> entries = Arrays.stream(Entry.values()).filter(it -> trusted || it.open()).toList();
    int columns = page.wide() ? 3 : 2;
    var tiles = entries.stream().map(it -> entry(page, it)).toList();
    var grid = Parts.grid(columns, (entries.size() + columns - 1) / columns, tiles);
    var title = Parts.label(page.say("service.title"), "title");
    var hint = Parts.label(page.say(trusted ? "service.hint" : "service.no-hall"), "quiet-text");
    return page.column(List.of(title, hint), List.of(grid));
  }

  private static Node entry(Page page, Entry entry) {
    String key = "service." + word(entry);
    var words =
        Parts.column(
            "tile-text",
            Parts.label(page.say(key), "heading"),
            Parts.label(page.say(key + ".what"), "small", "quiet"));
    var tile = Parts.tile("service-" + word(entry), words, page.on(new Open(entry)), "item-tile");
    tile.getStyleClass().add("service-tile");
    return tile;
  }

  /** A page that does one thing and says what came of it. */
  private static Node trial(
      Page page, String name, List<String> facts, String said, Result result) {
    var told = new ArrayList<Node>();
    told.add(Parts.label(page.say("service." + name), "title"));
    for (String fact : facts) {
      told.add(Parts.label(fact, "heading-plain"));
    }
    if (!said.isEmpty()) {
      told.add(result(said, result == Result.DONE, result == Result.ASKED));
    }
    told.add(Parts.gap());
    var go =
        Parts.button(
            "proceed", page.say("service." + name + ".go"), page.on(new Proceed()), "primary");
    go.getStyleClass().add("take");
    go.setMaxWidth(Double.MAX_VALUE);
    go.setDisable(result == Result.ASKED || (name.equals("paper") && result == Result.DONE));
    return page.column(told, List.of(go));
  }

  private static Label result(String words, boolean well, boolean going) {
    var label =
        Parts.label(words, "heading", "rounded", "strip", going ? "foam" : well ? "well" : "warm");
    label.setId("result");
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }

  private static String said(Page page, String name, Result result) {
    return switch (result) {
      case NONE -> "";
      case ASKED -> page.say("service." + name + ".asked");
      case DONE -> page.say("service." + name + ".done");
      case FAILED -> cause(page).orElse(page.say("service." + name + ".failed"));
      case NOT_READY -> cause(page).orElse(page.say("service.printer.not-ready"));
      case SILENT -> page.say("service." + name + ".silent");
      case UNREACHABLE -> page.say("service.unreachable");
    };
  }

  /** Why the printer does not print, where the hall has told it. */
  private static Optional<String> cause(Page page) {
    DeviceSetup setup = page.world().setup();
    DeviceSetup.Printer printer = setup == null ? null : setup.printer();
    if (printer == null || (printer.online() && printer.ready() && printer.paper() != Paper.OUT)) {
      return Optional.empty();
    }
    return Optional.of(
        page.say(
            !printer.online()
                ? "service.printer.look.gone"
                : printer.paper() == Paper.OUT
                    ? "service.printer.look.paper"
                    : "service.printer.look.fault"));
  }

  /** The printer beside the kiosk as the hall last told. */
  private static String printer(Page page) {
    DeviceSetup setup = page.world().setup();
    DeviceSetup.Printer printer = setup == null ? null : setup.printer();
    if (printer == null) {
      return page.say("service.printer.none");
    }
    String state =
        printer.online()
            ? page.say(printer.ready() ? "service.printer.ready" : "service.printer.fault")
            : page.say("service.printer.gone");
    Paper paper = printer.paper();
    return paper == Paper.UNKNOWN || paper == Paper.NOT_APPLICABLE
        ? state
        : page.say("service.printer.state", state, page.say("service.roll." + word(paper)));
  }

  private static Node reader(Page page, Service.Reader.Sight sight) {
    var told = new ArrayList<Node>();
    told.add(Parts.label(page.say("service.reader"), "title"));
    World.Reader reader = page.world().reader();
    told.add(Parts.label(page.say("service.reader." + word(reader)), "heading-plain"));
    if (sight != Service.Reader.Sight.NONE) {
      told.add(
          result(
              page.say("service.reader.sight." + word(sight)),
              sight == Service.Reader.Sight.READ,
              false));
    }
    return page.column(told, List.of());
  }

  private static Node sound(Page page, int plays) {
    World world = page.world();
    var told = new ArrayList<Node>();
    told.add(Parts.label(page.say("service.sound"), "title"));
    if (!world.voice().there()) {
      told.add(Parts.label(page.say("service.sound.none"), "heading-plain"));
      return page.column(told, List.of());
    }
    told.add(
        Parts.label(
            page.say(world.voice().own() == null ? "service.sound.hall" : "service.sound.own"),
            "heading-plain"));
    told.add(AidsPage.volume(page, world.loudness()));
    if (world.voice().own() != null) {
      var hall =
          Parts.button(
              "halls-loudness", page.say("service.sound.as-hall"), page.on(new HallsLoudness()));
      hall.setMaxWidth(Double.MAX_VALUE);
      told.add(hall);
    }
    if (plays > 0) {
      boolean heard = world.loudness() > 0;
      told.add(
          result(
              page.say(heard ? "service.sound.played" : "service.sound.off", world.loudness()),
              heard,
              false));
    }
    told.add(Parts.gap());
    var go =
        Parts.button("proceed", page.say("service.sound.go"), page.on(new Proceed()), "primary");
    go.getStyleClass().add("take");
    go.setMaxWidth(Double.MAX_VALUE);
    return page.column(told, List.of(go));
  }

  private static Node buttons(Page page, Service.Buttons at) {
    var told = new ArrayList<Node>();
    told.add(Parts.label(page.say("service.buttons"), "title"));
    List<String> names = at.names() == null ? List.of() : at.names();
    told.add(
        Parts.label(
            page.say(names.isEmpty() ? "service.buttons.none" : "service.buttons.hint"),
            "heading-plain"));
    for (String name : names) {
      boolean pressed = at.pressed().contains(name);
      var label =
          Parts.label(
              (pressed ? "✓ " : "○ ") + name,
              "heading",
              "rounded",
              "strip",
              pressed ? "well" : "foam");
      label.setMaxWidth(Double.MAX_VALUE);
      told.add(label);
    }
    told.add(Parts.label(page.say("service.scanner.hint"), "heading-plain"));
    if (at.scanned() > 0) {
      told.add(result(page.say("service.scanner.read", at.scanned()), true, false));
    }
    return page.column(told, List.of());
  }

  private static Node network(Page page, @org.jspecify.annotations.Nullable Machine machine) {
    var told = new ArrayList<Node>();
    told.add(Parts.label(page.say("service.network"), "title"));
    if (machine == null) {
      told.add(Parts.label(page.say("service.network.looking"), "heading-plain"));
      return page.column(told, List.of());
    }
    Reach reach = page.world().reach();
    told.add(result(page.say("service.reach." + word(reach)), reach == Reach.ONLINE, false));
    told.add(
        facts(
            page,
            List.of(
                List.of("device", machine.device()),
                List.of("broker", or(page, machine.broker())),
                List.of(
                    "own",
                    machine.addresses().isEmpty()
                        ? page.say("service.network.none")
                        : String.join("\n", machine.addresses().stream().limit(4).toList())),
                List.of(
                    "heard",
                    machine.heardSeconds() < 0
                        ? page.say("service.network.never")
                        : page.say("service.ago", span(page, machine.heardSeconds()))),
                List.of(
                    "pairing",
                    machine.pairedAt().isEmpty()
                        ? page.say("service.network.by-file")
                        : page.say("service.network.paired", machine.pairedAt())),
                List.of("version", or(page, machine.version())),
                List.of("uptime", span(page, machine.uptimeSeconds())))));
    return page.column(told, List.of());
  }

  private static String or(Page page, String value) {
    return value.isEmpty() ? page.say("service.network.unknown") : value;
  }

  private static Node facts(Page page, List<List<String>> facts) {
    var rows = new ArrayList<Node>();
    for (List<String> fact : facts) {
      var name =
          Parts.label(page.say("service.network." + fact.getFirst()), "quiet", "service-name");
      var value = Parts.label(fact.getLast(), "service-value");
      value.setId("fact-" + fact.getFirst());
      var row = Parts.row("service-fact", name, Parts.grow(value));
      row.setAlignment(Pos.TOP_LEFT);
      rows.add(row);
    }
    var card = Parts.column("card", rows.toArray(Node[]::new));
    card.getStyleClass().add("service-facts");
    return card;
  }

  private static String span(Page page, long seconds) {
    Duration time = Duration.ofSeconds(seconds);
    return seconds < MINUTE
        ? page.say("service.seconds", seconds)
        : seconds < HOUR
            ? page.say("service.minutes", time.toMinutes())
            : page.say("service.hours", time.toHours(), time.toMinutesPart());
  }
}
