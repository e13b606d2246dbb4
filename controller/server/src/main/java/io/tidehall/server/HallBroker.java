package io.tidehall.server;

import io.tidehall.server.broker.DeviceRegistry;
import io.tidehall.server.broker.EmbeddedBroker;
import io.tidehall.server.broker.MosquittoFiles;
import io.tidehall.server.hallfile.HallDevice;
import io.tidehall.server.hallfile.HallSetup;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The broker that devices use: the embedded one, or the files by which a Mosquitto knows them. */
final class HallBroker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HallBroker.class);

  private final DeviceRegistry registry;
  private final @Nullable EmbeddedBroker embedded;
  private final @Nullable URI external;
  private final Path folder;
  private @Nullable Path files;

  private HallBroker(
      DeviceRegistry registry,
      @Nullable EmbeddedBroker embedded,
      @Nullable URI external,
      Path folder) {
    this.registry = registry;
    this.embedded = embedded;
    this.external = external;
    this.folder = folder;
  }

  /**
   * Starts the embedded broker, unless the options name another, and tells devices where it is.
   *
   * @throws IOException when its port is busy or its folder unusable
   */
  static HallBroker open(ControllerOptions options, DeviceRegistry registry) throws IOException {
    Path folder = options.data().resolve("mosquitto");
    String external = options.externalBroker();
    if (external != null) {
      registry.reachAt(external, null);
      return new HallBroker(registry, null, URI.create(external), folder);
    }
    EmbeddedBroker.Tls tls = options.tls();
    EmbeddedBroker broker =
        EmbeddedBroker.start(
            new EmbeddedBroker.Options(
                options.data().resolve("broker"), options.host(), options.mqttPort(), tls),
            registry);
    var started = new HallBroker(registry, broker, null, folder);
    try {
      registry.onRevoke(broker::evictForGood);
      registry.reachAt(
          broker.url(), tls == null ? null : tls.writePem(options.data().resolve("broker.pem")));
    } catch (IOException | RuntimeException e) {
      started.close();
      throw e;
    }
    return started;
  }

  /** The hall's devices may connect. */
  void admit(HallSetup hall) throws IOException {
    for (HallDevice device : hall.devices()) {
      registry.provision(device.id(), device.role(), device.window());
    }
    write();
  }

  /** The configuration written for an external Mosquitto, or null with the embedded broker. */
  @Nullable Path files() {
    return files;
  }

  /** A device was paired, moved or revoked: an external broker must hear of it. */
  void devicesChanged() {
    if (external == null) {
      return;
    }
    try {
      write();
      MosquittoFiles.reload(folder);
    } catch (IOException e) {
      LOG.error("the files for Mosquitto could not be written; it knows the devices of before", e);
    }
  }

  private void write() throws IOException {
    if (external != null) {
      files =
          MosquittoFiles.write(
              folder,
              new MosquittoFiles.Listener(external.getHost(), external.getPort(), null),
              registry.logins());
    }
  }

  @Override
  public void close() {
    if (embedded != null) {
      embedded.close();
    }
  }
}
