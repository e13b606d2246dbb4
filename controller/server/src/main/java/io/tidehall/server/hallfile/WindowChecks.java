package io.tidehall.server.hallfile;

import io.tidehall.protocol.DeviceRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Windows and devices: every line is served, and everything stands where there is something. */
final class WindowChecks {
  private final Part root;
  private final List<Problem> problems;
  private final Set<String> lines = new LinkedHashSet<>();

  WindowChecks(Part root, List<Problem> problems) {
    this.root = root;
    this.problems = problems;
    root.get("lines").each().forEach(line -> lines.add(Layout.lineId(line)));
    lines.remove("");
  }

  void run() {
    windows();
    unserved();
    devices();
    root.get("playlist").each().forEach(it -> refer(it.get("zone"), "zones of windows", zones()));
  }

  private void windows() {
    var numbers = new Once("window number", problems);
    for (Part window : root.get("windows").each()) {
      numbers.see(window.get("number"));
      Part served = window.get("lines");
      var once = new Once("line of a window", problems);
      for (Part line : served.each()) {
        once.see(line);
        String id = line.text("");
        if (!id.isEmpty() && !lines.contains(id)) {
          problems.add(
              line.problem(
                  "one of the lines " + Words.list(lines),
                  "there is no line " + Words.quoted(id),
                  Words.meant(id, lines)));
        }
      }
      if (window.get("kind").text("").equals("dedicated") && Layout.all(served)) {
        problems.add(
            served.problem(
                "the few lines that a dedicated window keeps to",
                "it is 'all'",
                "List its lines, or make it comprehensive"));
      }
    }
  }

  private void unserved() {
    Set<String> served = new HashSet<>();
    Map<String, Part> shut = new HashMap<>();
    for (Part window : root.get("windows").each()) {
      Part scope = window.get("lines");
      List<String> ids = new ArrayList<>(Layout.all(scope) ? List.copyOf(lines) : scope.texts());
      List<String> second = window.get("second").texts();
      root.get("lines").each().stream()
          .filter(line -> second.contains(Layout.field(line)))
          .forEach(line -> ids.add(Layout.lineId(line)));
      if (Layout.inService(window)) {
        served.addAll(ids);
      } else {
        ids.forEach(id -> shut.putIfAbsent(id, window));
      }
    }
    for (Part line : root.get("lines").each()) {
      String id = Layout.lineId(line);
      if (id.isEmpty() || served.contains(id)) {
        continue;
      }
      Part only = shut.get(id);
      problems.add(
          line.problem(
              "each line served by a window in service",
              only == null
                  ? "no window serves " + Words.quoted(id)
                  : "%s is served only by window %s, which is not in service"
                      .formatted(Words.quoted(id), only.get("number").text("?")),
              "Add it to the lines of a window"));
    }
  }

  private void devices() {
    Set<String> numbers = new LinkedHashSet<>();
    root.get("windows")
        .each()
        .forEach(window -> window.get("number").text().ifPresent(numbers::add));
    List<String> printers = new ArrayList<>();
    for (Part device : root.get("devices").each()) {
      if (device.get("role").text("").equals(DeviceRole.TICKET_PRINTER.word())) {
        device.get("id").text().ifPresent(printers::add);
      }
    }
    var ids = new Once("device id", problems);
    for (Part device : root.get("devices").each()) {
      ids.see(device.get("id"));
      Stream.of(DeviceRole.values())
          .filter(role -> role.word().equals(device.get("role").text("")))
          .forEach(role -> device(device, role, numbers, printers));
    }
  }

  private void device(Part device, DeviceRole role, Set<String> numbers, List<String> printers) {
    Part window = device.get("window");
    Part printer = device.get("printer");
    if (role.atWindow() && !window.present()) {
      problems.add(
          device.problem(
              "the window where a " + role.word() + " stands", "it is missing", "Add window: 1"));
    } else if (!role.atWindow() && role != DeviceRole.TICKET_PRINTER && window.present()) {
      problems.add(
          window.problem(
              "no window for a " + role.word(), "it is " + window.text("?"), "Delete the key"));
    } else {
      refer(window, "windows", numbers);
    }
    if (role != DeviceRole.KIOSK && printer.present()) {
      problems.add(
          printer.problem(
              "a printer at a kiosk only", "this is a " + role.word(), "Delete the key"));
    } else {
      refer(printer, "ticket-printers", printers);
    }
    hears(device, role);
  }

  /** Zones are for what shows or speaks to one, and must have a window. */
  private void hears(Part device, DeviceRole role) {
    Part zone = device.get("zone");
    if (role != DeviceRole.HALL_BOARD && role != DeviceRole.SPEAKER && zone.present()) {
      problems.add(
          zone.problem(
              "a zone of a hall-board or speaker only",
              "this is a " + role.word(),
              "Delete the key"));
    } else {
      refer(zone, "zones of windows", zones());
    }
    Part voice = device.get("voice");
    if (role != DeviceRole.SPEAKER && voice.present()) {
      problems.add(
          voice.problem("a voice of a speaker only", "this is a " + role.word(), "Delete the key"));
    }
  }

  private Set<String> zones() {
    Set<String> zones = new LinkedHashSet<>();
    root.get("windows").each().forEach(it -> it.get("zone").text().ifPresent(zones::add));
    return zones;
  }

  private void refer(Part part, String what, java.util.Collection<String> known) {
    part.text()
        .filter(id -> !known.contains(id))
        .ifPresent(
            id ->
                problems.add(
                    part.problem(
                        known.isEmpty()
                            ? "one of the " + what + " (there are none)"
                            : "one of the " + what + " " + Words.list(known),
                        "there is no " + Words.quoted(id),
                        Words.meant(id, known))));
  }
}
