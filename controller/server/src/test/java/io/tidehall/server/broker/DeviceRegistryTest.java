package io.tidehall.server.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.link.Credentials;
import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceRegistryTest {
  @SuppressWarnings("NullAway.Init") // JUnit fills it before each test.
  @TempDir
  Path folder;

  @Test
  void aDeviceIsKnownAfterARestart() throws IOException {
    Credentials kiosk = DeviceRegistry.open(folder).register("kiosk-1", DeviceRole.KIOSK, null);
    DeviceRegistry again = DeviceRegistry.open(folder);
    assertTrue(again.authenticate("kiosk-1", kiosk.secret()));
    assertFalse(again.authenticate("kiosk-1", kiosk.secret() + "x"));
    assertFalse(again.authenticate("kiosk-2", kiosk.secret()));
    assertEquals(
        List.of(new DeviceRegistry.Device("kiosk-1", DeviceRole.KIOSK, null)), again.list());
  }

  @Test
  void registeringAgainKeepsTheSecretAndMovesTheDevice() throws IOException {
    DeviceRegistry registry = DeviceRegistry.open(folder);
    Credentials first = registry.register("pad-1", DeviceRole.RATING_PAD, "1");
    Credentials second = registry.register("pad-1", DeviceRole.RATING_PAD, "2");
    assertEquals(first.secret(), second.secret());
    assertTrue(registry.maySubscribe("pad-1", Topics.window("2")));
    assertFalse(registry.maySubscribe("pad-1", Topics.window("1")));
  }

  @Test
  void kiosksAloneGetTheKeyForHashesOfVisitorsNumbersAndKeepItOverAMove() throws IOException {
    DeviceRegistry registry = DeviceRegistry.open(folder);
    registry.register("kiosk-1", DeviceRole.KIOSK, null);
    registry.recogniseWith("a2V5");
    registry.register("kiosk-1", DeviceRole.KIOSK, null);
    registry.register("board-1", DeviceRole.HALL_BOARD, null);
    registry.reachAt("tcp://192.168.1.2:1883", null);
    assertEquals("a2V5", Credentials.read(registry.credentialsFile("kiosk-1")).identityKey());
    assertNull(Credentials.read(registry.credentialsFile("board-1")).identityKey());
  }

  @Test
  void aRevokedDeviceGetsANewSecretWhenItComesBack() throws IOException {
    DeviceRegistry registry = DeviceRegistry.open(folder);
    Credentials first = registry.register("kiosk-1", DeviceRole.KIOSK, null);
    assertTrue(registry.revoke("kiosk-1"));
    assertFalse(registry.authenticate("kiosk-1", first.secret()));
    assertFalse(registry.mayPublish("kiosk-1", Topics.request("kiosk-1")));
    Credentials second = registry.register("kiosk-1", DeviceRole.KIOSK, null);
    assertNotEquals(first.secret(), second.secret());
  }

  @Test
  void theControllerSpeaksEverywhereInTheHallAndNowhereElse() throws IOException {
    DeviceRegistry registry = DeviceRegistry.open(folder);
    Credentials controller = registry.controller();
    assertTrue(registry.authenticate(DeviceRegistry.CONTROLLER, controller.secret()));
    assertTrue(registry.mayPublish(DeviceRegistry.CONTROLLER, Topics.BOARD));
    assertTrue(registry.maySubscribe(DeviceRegistry.CONTROLLER, Topics.ALL_REQUESTS));
    assertFalse(registry.maySubscribe(DeviceRegistry.CONTROLLER, "#"));
    assertThrows(
        IllegalArgumentException.class,
        () -> registry.register(DeviceRegistry.CONTROLLER, DeviceRole.KIOSK, null));
    assertEquals(controller.secret(), DeviceRegistry.open(folder).controller().secret());
  }

  @Test
  void secretsAreReadableByTheirOwnerAlone() throws IOException {
    DeviceRegistry registry = DeviceRegistry.open(folder);
    Credentials kiosk = registry.register("kiosk-1", DeviceRole.KIOSK, null);
    Path list = folder.resolve("devices.json");
    for (Path file :
        List.of(
            list,
            registry.credentialsFile("kiosk-1"),
            folder.resolve(DeviceRegistry.CONTROLLER + ".credentials"))) {
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
    assertFalse(Files.readString(list).contains(kiosk.secret()));
  }

  @Test
  void aNewBrokerAddressReachesTheCredentialsFiles() throws IOException {
    DeviceRegistry registry = DeviceRegistry.open(folder);
    Credentials before = registry.register("kiosk-1", DeviceRole.KIOSK, null);
    registry.reachAt("tcp://127.0.0.1:4711", null);
    Credentials after = Credentials.read(registry.credentialsFile("kiosk-1"));
    assertEquals("tcp://127.0.0.1:4711", after.broker());
    assertEquals(before.secret(), after.secret());
  }

  @Test
  void aBrokenListIsToldWithWhatToDo() throws IOException {
    DeviceRegistry.open(folder).register("kiosk-1", DeviceRole.KIOSK, null);
    Files.writeString(folder.resolve("devices.json"), "{\"devices\":[{\"id\":");
    IOException problem = assertThrows(IOException.class, () -> DeviceRegistry.open(folder));
    assertTrue(String.valueOf(problem.getMessage()).contains("register the devices again"));
  }
}
