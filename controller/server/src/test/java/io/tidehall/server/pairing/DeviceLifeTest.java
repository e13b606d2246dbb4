package io.tidehall.server.pairing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.Actor;
import io.tidehall.link.Credentials;
import io.tidehall.link.DeviceLife;
import io.tidehall.link.DeviceSession;
import io.tidehall.link.DeviceSessions;
import io.tidehall.link.PairingClient;
import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.DeviceSetup;
import io.tidehall.protocol.Topics;
import io.tidehall.protocol.WindowState;
import io.tidehall.server.Controller;
import io.tidehall.server.ControllerOptions;
import io.tidehall.server.hallfile.ReadyHalls;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device from its first code to its end, against a real controller that restarts meanwhile. */
class DeviceLifeTest {
  private static final Actor MANAGER = Actor.manager("100");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path data;

  private final List<String> working = new CopyOnWriteArrayList<>();
  private final Map<String, WindowState> heard = new ConcurrentHashMap<>();
  private volatile String code = "";
  private volatile boolean removed;

  @Test
  void aDeviceIsPairedWorksOverRestartsAndIsCutOffAtOnceWhenRevoked() throws Exception {
    Path file = data.resolve("device/pad.credentials");
    int port;
    int mqtt;
    DeviceLife life;
    Thread lives;
    try (Controller first = Controller.start(options(0, 0))) {
      port = first.port();
      mqtt = URI.create(first.broker()).getPort();
      life =
          new DeviceLife(
              file,
              URI.create("http://localhost:" + port),
              DeviceRole.RATING_PAD,
              "0.1.0",
              new Pad());
      lives = Thread.ofPlatform().start(() -> lives(life));
      await().atMost(PATIENCE).until(() -> !code.isEmpty());
      accept(first, code, "pad-99", "1");
      await().atMost(PATIENCE).until(() -> online(first, "pad-99"));
      await().atMost(PATIENCE).until(() -> heard.containsKey("1"));
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
      assertEquals("tcp://localhost:" + mqtt, Credentials.read(file).broker());
      await()
          .atMost(PATIENCE)
          .until(() -> !Files.exists(first.registry().credentialsFile("pad-99")));
    }
    Credentials lost = Credentials.read(file);
    try (Controller second = Controller.start(options(port, mqtt))) {
      await().atMost(PATIENCE).until(() -> online(second, "pad-99"));
      assertEquals(List.of("pad-99"), working);
      code = "";
      second.desk().revoke(MANAGER, "pad-99");
      await().atMost(PATIENCE).until(() -> !code.isEmpty());
      assertTrue(removed);
      assertFalse(second.registry().authenticate("pad-99", lost.secret()));
    }
    code = "";
    try (Controller third = Controller.start(options(port, mqtt))) {
      assertFalse(third.registry().authenticate("pad-99", lost.secret()));
      await().atMost(PATIENCE).until(() -> !code.isEmpty());
      accept(third, code, "pad-99", "1");
      await().atMost(PATIENCE).until(() -> online(third, "pad-99"));
      assertFalse(third.registry().authenticate("pad-99", lost.secret()));
      life.end();
      lives.join(PATIENCE);
      assertFalse(lives.isAlive());
    }
  }

  private static void lives(DeviceLife life) {
    try {
      life.run();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void accept(Controller controller, String code, String device, String window)
      throws Exception {
    Outcome outcome =
        controller.desk().accept(MANAGER, code, device, new Place(window, null, null));
    assertTrue(outcome instanceof Outcome.Done, outcome.toString());
  }

  private static boolean online(Controller controller, String device) {
    return controller.health().devices().stream()
        .anyMatch(it -> it.id().equals(device) && it.online());
  }

  private ControllerOptions options(int port, int mqtt) {
    return ControllerOptions.local(data.resolve("hall"), ReadyHalls.trial()).withPorts(port, mqtt);
  }

  /** A pad that listens to its window, as the real ones do. */
  private final class Pad implements DeviceLife.Program {
    @Override
    public AutoCloseable work(Credentials credentials, DeviceLife.Changes changes) {
      working.add(credentials.device());
      DeviceSession session =
          DeviceSessions.over(credentials, "rating-pad", "0.1.0", data.resolve("spool"));
      session.onRefusal(changes::refused);
      var place = new AtomicReference<@Nullable String>();
      session.watch(
          Topics.setup(credentials.device()),
          DeviceSetup.class,
          setup -> {
            String window = String.valueOf(setup.window());
            if (place.compareAndSet(null, window)) {
              session.watch(Topics.window(window), WindowState.class, it -> heard.put(window, it));
            }
          });
      session.open();
      return session;
    }

    @Override
    public DeviceLife.Face face(@Nullable Credentials old) {
      removed = old != null;
      return progress -> {
        if (progress instanceof PairingClient.Waiting(String shown)) {
          code = shown;
        }
      };
    }
  }
}
