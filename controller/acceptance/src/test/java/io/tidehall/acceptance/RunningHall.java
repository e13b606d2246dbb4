package io.tidehall.acceptance;

import static org.awaitility.Awaitility.await;

import io.tidehall.link.Credentials;
import io.tidehall.link.MosquittoProcess;
import io.tidehall.server.Controller;
import io.tidehall.server.ControllerOptions;
import io.tidehall.server.hallfile.HallSetup;
import io.tidehall.server.hallfile.ReadyHalls;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A controller of the trial township hall on free ports, with the broker of a test's choice. */
final class RunningHall implements AutoCloseable {
  /** Which broker stands between controller and devices. */
  enum Broker {
    EMBEDDED,
    MOSQUITTO
  }

  private final Controller controller;
  private final @Nullable MosquittoProcess mosquitto;

  private RunningHall(Controller controller, @Nullable MosquittoProcess mosquitto) {
    this.controller = controller;
    this.mosquitto = mosquitto;
  }

  static RunningHall start(Path data, Broker broker) throws IOException {
    return start(data, broker, InstantSource.system());
  }

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
