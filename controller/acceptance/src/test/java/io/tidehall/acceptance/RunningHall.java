package io.tidehall.acceptance;

import static org.awaitility.Awaitility.await;

import io.tidehall.hall.plan.HallPlan;
import io.tidehall.link.Credentials;
import io.tidehall.link.MosquittoProcess;
import io.tidehall.server.Controller;
import io.tidehall.server.ControllerOptions;
import io.tidehall.server.hallfile.HallSetup;
import io.tidehall.server.hallfile.ReadyHalls;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A controller of the trial township hall on free ports, with the broker of a test's choice. With
 * the machine's clock it stands where it is nine in the morning now: no test meets a day's end.
 */
final class RunningHall implements AutoCloseable {
  /** Which broker stands between controller and devices. */
  enum Broker {
    EMBEDDED,
    MOSQUITTO
  }

  private static final int MORNING = 9;

  private final Controller controller;
  private final @Nullable MosquittoProcess mosquitto;

  private RunningHall(Controller controller, @Nullable MosquittoProcess mosquitto) {
    this.controller = controller;
    this.mosquitto = mosquitto;
  }

  static RunningHall start(Path data, Broker broker) throws IOException {
    return start(data, broker, inTheMorning(ReadyHalls.trial()));
  }

  static RunningHall start(Path data, Broker broker, HallSetup setup) throws IOException {
    return start(data, broker, InstantSource.system(), setup);
  }

  /** With a clock that the test sets: nine in the morning is its own choice. */
  static RunningHall start(Path data, Broker broker, InstantSource clock) throws IOException {
    return start(data, broker, clock, ReadyHalls.trial());
  }

  static RunningHall start(Path data, Broker broker, InstantSource clock, HallSetup setup)
      throws IOException {
    var options = ControllerOptions.local(data, setup).withClock(clock);
    RunningHall hall =
        switch (broker) {
          case EMBEDDED -> new RunningHall(Controller.start(options), null);
          case MOSQUITTO -> withMosquitto(options);
        };
    await("the controller at its broker").until(() -> hall.controller.health().broker().ok());
    return hall;
  }

  /** A hall in the time zone where it is now between nine and ten. */
  static HallSetup inTheMorning(HallSetup it) {
    int hours = MORNING - Instant.now().atOffset(ZoneOffset.UTC).getHour();
    int east = hours < -12 ? hours + 24 : hours;
    HallPlan plan = it.plan();
    var there =
        new HallPlan(
            plan.id(),
            plan.zh(),
            plan.en(),
            // Signed the other way round, as browsers know it too.
            "Etc/GMT%+d".formatted(-east),
            plan.trial(),
            plan.lines(),
            plan.windows(),
            plan.clerks(),
            plan.hours(),
            plan.workingDays(),
            plan.rules(),
            plan.greenReasons(),
            plan.labels(),
            plan.tides(),
            plan.duties());
    return new HallSetup(
        there,
        it.level(),
        it.catalogue(),
        it.devices(),
        it.notices(),
        it.slipNotices(),
        it.accounts(),
        it.labelsVersion(),
        it.pinNetworks(),
        it.playlist(),
        it.kiosks());
  }

  private static RunningHall withMosquitto(ControllerOptions options) throws IOException {
    MosquittoProcess.require();
    int port = MosquittoProcess.freePort();
    // The controller writes Mosquitto's files, so it starts first and waits for its broker.
    var controller = Controller.start(options.withBroker("tcp://127.0.0.1:" + port));
    try {
      Path configuration = Objects.requireNonNull(controller.mosquitto());
      return new RunningHall(controller, MosquittoProcess.start(configuration, port));
    } catch (IOException | RuntimeException e) {
      controller.close();
      throw e;
    }
  }

  Controller controller() {
    return controller;
  }

  String address() {
    return controller.address();
  }

  URI broker() {
    return URI.create(controller.broker());
  }

  Credentials credentials(String device) throws IOException {
    return Credentials.read(controller.registry().credentialsFile(device));
  }

  /** The generated password that an account starts with. */
  String firstPassword(String account) {
    return Objects.requireNonNull(
        controller.accounts().find(account).orElseThrow().firstPassword());
  }

  /** The generated PIN that a clerk starts with. */
  String firstPin(String account) {
    return Objects.requireNonNull(controller.accounts().find(account).orElseThrow().firstPin());
  }

  Staff staff(String account) {
    return Staff.signIn(URI.create(address()), account, firstPassword(account));
  }

  @Override
  public void close() {
    controller.close();
    if (mosquitto != null) {
      mosquitto.close();
    }
  }
}
