package io.tidehall.launcher;

import io.tidehall.server.Controller;
import io.tidehall.server.hallfile.HallSetup;
import io.tidehall.server.web.Account;
import io.tidehall.server.web.Api;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What {@code scripts/run} says when the hall is ready. */
final class Greeting {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long LOOK_MILLIS = 200;
  private static final DateTimeFormatter OPENS =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

  private final PrintStream out;
  private final RunOptions options;
  private final HallSetup hall;
  private final Controller controller;

  Greeting(PrintStream out, RunOptions options, HallSetup hall, Controller controller) {
    this.out = out;
    this.options = options;
    this.hall = hall;
    this.controller = controller;
  }

  void print(RunningDevices running) throws InterruptedException {
    Path data = options.data.toAbsolutePath().normalize();
    if (options.broker != null) {
      out.println("Broker:   external, " + options.broker);
      out.println("          for Mosquitto: mosquitto -c " + controller.mosquitto());
    }
    List<String> missing = awaitDevices(running.devices());
    out.println();
    out.println("Tidehall is ready: " + controller.address());
    out.println();
    out.println("Hall:     " + hall.plan().zh() + " / " + hall.plan().en());
    if (hall.plan().trial()) {
      out.println("          a trial hall, open at any hour; your own with --hall FILE");
    }
    Instant now = Instant.now();
    if (!hall.plan().openAt(now)) {
      out.println(
          "          closed now"
              + hall.plan().nextChange(now).map(it -> ", opens " + OPENS.format(it)).orElse("")
              + "; the kiosk says so too");
    }
    out.println("Clerk:    " + controller.address() + "/clerk");
    out.println("Manager:  " + controller.address() + "/manager");
    out.println("Report:   " + controller.address() + "/report");
    out.println("Board:    " + controller.address() + "/board for any television's browser");
    out.println("Health:   " + controller.address() + "/health");
    out.println(
        "Broker:   "
            + controller.broker()
            + " (MQTT 5, credentials in "
            + data.resolve("devices")
            + ")");
    out.println("Devices:  " + String.join(", ", running.devices()));
    out.println(
        "Slips:    "
            + data.resolve("slips").resolve("latest.png")
            + ", as soon as a ticket is taken at the kiosk");
    for (String device : running.devices()) {
      printer(data.resolve("devices").resolve(device).resolve("emulator.url"));
    }
    if (!RunningDevices.shown(options)) {
      out.println(
          (options.headless ? "Screens:  kept off the display" : "Screens:  no display here")
              + "; fresh pictures of each in "
              + data.resolve("screens"));
    }
    passwords(data);
    for (var warning : controller.warnings()) {
      out.println("Note:     " + warning.en() + " / " + warning.zh());
    }
    if (!missing.isEmpty()) {
      out.println(
          "Note:     not there yet: "
              + String.join(", ", missing)
              + "; see "
              + data.resolve("logs"));
    }
    out.println();
    out.println("Next:     sign in as a clerk, choose a window, press “call next”; take a ticket");
    out.println("          at the kiosk, or watch a crowd with scripts/run --demo 20");
    out.println("          Ctrl-C stops everything; the next run goes on with the same day.");
    out.println();
  }

  /** An emulated printer notes where its page is. */
  private void printer(Path note) {
    try {
      out.println(
          "Printer:  "
              + Files.readString(note).strip()
              + " shows its paper and plays faults, on this machine alone");
    } catch (IOException _) {
      // No emulated printer.
    }
  }

  private void passwords(Path data) {
    boolean pins = !hall.pinNetworks().isEmpty();
    List<Account> first =
        controller.firstPasswords().stream()
            .filter(it -> pins || it.firstPassword() != null)
            .toList();
    if (first.isEmpty()) {
      out.println("Sign in:  with the passwords that were chosen");
      return;
    }
    out.println(
        "Sign in:  first passwords"
            + (pins ? " and PINs" : "")
            + ", until they are changed (also in "
            + data.resolve("accounts.json")
            + "):");
    for (Account account : first) {
      out.printf(
          "            %-8s %-16s %s%s (%s)%n",
          account.id(),
          account.firstPassword() == null ? "(chosen)" : account.firstPassword(),
          !pins || account.firstPin() == null ? "" : "PIN " + account.firstPin() + "  ",
          account.name(),
          account.roles().stream()
              .map(role -> role.name().toLowerCase(Locale.ROOT))
              .sorted()
              .collect(Collectors.joining(", ")));
    }
  }

  private List<String> awaitDevices(List<String> wanted) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Set<String> online =
          controller.health().devices().stream()
              .filter(Api.Device::online)
              .map(Api.Device::id)
              .collect(Collectors.toSet());
      List<String> missing = wanted.stream().filter(it -> !online.contains(it)).toList();
      if (missing.isEmpty() || System.nanoTime() > end) {
        return missing;
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }
}
