package io.tidehall.server.broker;

import io.tidehall.link.Credentials;
import io.tidehall.link.OwnerOnly;
import io.tidehall.protocol.AccessList;
import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The devices of the hall and their secrets, in {@code devices.json} of the data folder; beside it
 * a credentials file for each device, for the technician to carry. Secrets are 256 random bits, so
 * a plain SHA-256 of them is enough to recognise one. Safe for use by several threads.
 */
public final class DeviceRegistry implements Principals {
  /** The controller's own user name. */
  public static final String CONTROLLER = "controller";

  private static final Logger LOG = LoggerFactory.getLogger(DeviceRegistry.class);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;
  private final Map<String, Entry> entries = new ConcurrentSkipListMap<>();
  private final Set<String> revoked = new ConcurrentSkipListSet<>();
  private final Map<String, String> names = new ConcurrentSkipListMap<>();
  private final Map<String, AccessList> access = new ConcurrentHashMap<>();
  private final List<Consumer<String>> revocationListeners = new CopyOnWriteArrayList<>();
  private final Credentials controller;
  private final byte[] controllerHash;
  private String brokerUrl = "tcp://127.0.0.1:1883";
  private @Nullable Path trust;
  private @Nullable String identityKey;

  /** A device as it is registered. */
  public record Device(String id, DeviceRole role, @Nullable String window) {}

  /**
   * How a device came that no hall file lists, or that took a place of one.
   *
   * @param window where it stands, for roles that stand at a window
   * @param printer the printer beside a kiosk
   * @param zone the part of the hall it is for, or null for all
   * @param key the public key it asked with, until it has come
   */
  public record Paired(
      DeviceRole role,
      @Nullable String window,
      @Nullable String printer,
      @Nullable String zone,
      Instant at,
      String by,
      @Nullable String key) {
    Paired arrived() {
      return new Paired(role, window, printer, zone, at, by, null);
    }
  }

  private record Entry(
      String id,
      DeviceRole role,
      @Nullable String window,
      String secretHash,
      @Nullable Paired paired) {
    Device device() {
      return new Device(id, role, window);
    }
  }

  private record Document(
      int version,
      List<Entry> devices,
      @Nullable List<String> revoked,
      @Nullable Map<String, String> names) {}

  private DeviceRegistry(Path folder, Credentials controller) {
    this.folder = folder;
    this.controller = controller;
    controllerHash = sha256(controller.secret());
  }

  /** Reads the registry of a data folder, or makes an empty one. */
  public static DeviceRegistry open(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path own = folder.resolve(CONTROLLER + ".credentials");
    Credentials controller =
        Files.exists(own)
            ? Credentials.read(own)
            : new Credentials(CONTROLLER, newSecret(), "tcp://127.0.0.1:1883", null);
    controller.write(own);
    var registry = new DeviceRegistry(folder, controller);
    registry.load();
    return registry;
  }

  /** Tells where the broker is; the credentials files are written anew if that has changed. */
  public synchronized void reachAt(String url, @Nullable Path trustedPem) throws IOException {
    brokerUrl = url;
    trust = trustedPem;
    for (Entry entry : entries.values()) {
      Path file = credentialsFile(entry.id());
      if (Files.exists(file)) {
        here(Credentials.read(file)).write(file);
      }
    }
  }

  /**
   * Gives kiosks the key for hashes of visitors' numbers with their credentials; those registered
   * from now on have it.
   *
   * @param key in Base64
   */
  public synchronized void recogniseWith(String key) {
    identityKey = key;
  }

  /** What the controller itself connects with. */
  public synchronized Credentials controller() {
    return here(controller);
  }

  /**
   * Registers a device, or changes its role and window; a device that is known keeps its secret.
   *
   * @param window the window it stands at, for roles that stand at one, or null
   * @return what the device needs, also written to {@link #credentialsFile}
   * @throws IllegalArgumentException when the id is not usable or the window is missing
   */
  public synchronized Credentials register(String device, DeviceRole role, @Nullable String window)
      throws IOException {
    if (device.equals(CONTROLLER)) {
      throw new IllegalArgumentException(
          "expected a device id other than '" + CONTROLLER + "', which is the controller's own");
    }
    AccessList list = AccessList.of(device, role, window);
    Path file = credentialsFile(device);
    Entry known = entries.get(device);
    Credentials credentials =
        known != null && Files.exists(file)
            ? here(Credentials.read(file))
            : new Credentials(device, newSecret(), brokerUrl, trust);
    credentials = credentials.withIdentityKey(role == DeviceRole.KIOSK ? identityKey : null);
    credentials.write(file);
    entries.put(device, new Entry(device, role, window, hex(sha256(credentials.secret())), null));
    access.put(device, list);
    revoked.remove(device);
    save();
    return credentials;
  }

  /**
   * A hall file has this device. One that was revoked stays without a credential until it is paired
   * again; one that was paired into this place keeps its own.
   */
  public synchronized void provision(String device, DeviceRole role, @Nullable String window)
      throws IOException {
    Entry known = entries.get(device);
    Paired paired = known == null ? null : known.paired();
    if (known != null && paired != null && paired.role() == role) {
      access.put(device, AccessList.of(device, role, window));
      entries.put(device, new Entry(device, role, window, known.secretHash(), paired));
      save();
    } else if (!revoked.contains(device)) {
      var _ = register(device, role, window);
    }
  }

  /**
   * Gives a device that waited a credential of its own. It is kept in a file until {@link
   * #arrived}, so that an answer that was lost can be given again, to the owner of the same key.
   *
   * @throws IllegalArgumentException when the id is taken or not usable, or the window is missing
   */
  public synchronized void pair(String device, Paired paired) throws IOException {
    if (device.equals(CONTROLLER) || entries.containsKey(device)) {
      throw new IllegalArgumentException("expected an id that no device has, but it is " + device);
    }
    AccessList list = AccessList.of(device, paired.role(), paired.window());
    var credentials =
        new Credentials(device, newSecret(), brokerUrl, trust)
            .withIdentityKey(paired.role() == DeviceRole.KIOSK ? identityKey : null);
    credentials.write(credentialsFile(device));
    entries.put(
        device,
        new Entry(
            device, paired.role(), paired.window(), hex(sha256(credentials.secret())), paired));
    access.put(device, list);
    revoked.remove(device);
    save();
  }

  /** What was given to the owner of a key that has not come yet. */
  public synchronized Optional<Credentials> granted(String key) throws IOException {
    for (Entry entry : entries.values()) {
      Paired paired = entry.paired();
      if (paired != null && key.equals(paired.key())) {
        Path file = credentialsFile(entry.id());
        return Files.exists(file) ? Optional.of(here(Credentials.read(file))) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /**
   * A paired device has come with its credential, which is given to nobody any more.
   *
   * @param keep whether its secret must stay readable, as an external broker's files need it
   */
  public synchronized void arrived(String device, boolean keep) throws IOException {
    Entry known = entries.get(device);
    Paired paired = known == null ? null : known.paired();
    if (known == null || paired == null || paired.key() == null) {
      return;
    }
    entries.put(
        device,
        new Entry(device, known.role(), known.window(), known.secretHash(), paired.arrived()));
    save();
    if (!keep) {
      Files.deleteIfExists(credentialsFile(device));
    }
  }

  /** A paired device stands elsewhere from now on. */
  public synchronized void move(String device, Paired place) throws IOException {
    Entry known = entries.get(device);
    if (known == null || known.paired() == null) {
      throw new IllegalArgumentException("expected a paired device, but it is " + device);
    }
    access.put(device, AccessList.of(device, known.role(), place.window()));
    entries.put(device, new Entry(device, known.role(), place.window(), known.secretHash(), place));
    save();
  }

  /** What people call a device; an empty name is none. */
  public synchronized void name(String device, String name) throws IOException {
    if (name.isEmpty()) {
      names.remove(device);
    } else {
      names.put(device, name);
    }
    save();
  }

  public String name(String device) {
    return names.getOrDefault(device, "");
  }

  /** How a device was paired; empty for those that a hall file provides. */
  public Optional<Paired> paired(String device) {
    return Optional.ofNullable(entries.get(device)).map(Entry::paired);
  }

  /** The devices that were paired, by id. */
  public Map<String, Paired> paired() {
    Map<String, Paired> all = new TreeMap<>();
    for (Entry entry : entries.values()) {
      if (entry.paired() != null) {
        all.put(entry.id(), entry.paired());
      }
    }
    return all;
  }

  /** Takes a device's rights away at once and for ever; false when it was not known. */
  public synchronized boolean revoke(String device) throws IOException {
    if (entries.remove(device) == null) {
      return false;
    }
    access.remove(device);
    names.remove(device);
    revoked.add(device);
    revocationListeners.forEach(listener -> listener.accept(device));
    save();
    Files.deleteIfExists(credentialsFile(device));
    return true;
  }

  /** Is told the id of each device revoked, such as {@link EmbeddedBroker#evict}. */
  public void onRevoke(Consumer<String> listener) {
    revocationListeners.add(listener);
  }

  /** All devices, by id. */
  public List<Device> list() {
    return entries.values().stream().map(Entry::device).toList();
  }

  public Optional<Device> find(String device) {
    return Optional.ofNullable(entries.get(device)).map(Entry::device);
  }

  public Path credentialsFile(String device) {
    return folder.resolve("devices").resolve(device + ".credentials");
  }

  /** Everybody's log-in, for {@link MosquittoFiles}. */
  public synchronized List<MosquittoFiles.Login> logins() throws IOException {
    List<MosquittoFiles.Login> logins = new ArrayList<>();
    logins.add(new MosquittoFiles.Login(CONTROLLER, controller.secret(), null));
    for (Entry entry : entries.values()) {
      Path file = credentialsFile(entry.id());
      if (!Files.exists(file) && entry.paired() != null) {
        LOG.warn("{} was paired under the embedded broker and must be paired again", entry.id());
        continue;
      }
      if (!Files.exists(file)) {
        throw new IOException(
            "expected %s, needed to tell Mosquitto the secret of %s, but it is gone: register the device again"
                .formatted(file, entry.id()));
      }
      logins.add(
          new MosquittoFiles.Login(
              entry.id(),
              Credentials.read(file).secret(),
              AccessList.of(entry.id(), entry.role(), entry.window())));
    }
    return logins;
  }

  @Override
  public boolean authenticate(String user, String secret) {
    byte[] came = sha256(secret);
    if (user.equals(CONTROLLER)) {
      return MessageDigest.isEqual(controllerHash, came);
    }
    Entry entry = entries.get(user);
    return entry != null
        && MessageDigest.isEqual(HexFormat.of().parseHex(entry.secretHash()), came);
  }

  @Override
  public boolean mayPublish(String user, String topic) {
    if (user.equals(CONTROLLER)) {
      return topic.startsWith(Topics.ROOT + "/");
    }
    AccessList list = access.get(user);
    return list != null && list.mayPublish(topic);
  }

  @Override
  public boolean maySubscribe(String user, String filter) {
    if (user.equals(CONTROLLER)) {
      return filter.startsWith(Topics.ROOT + "/");
    }
    AccessList list = access.get(user);
    return list != null && list.maySubscribe(filter);
  }

  private void load() throws IOException {
    Path file = folder.resolve("devices.json");
    if (!Files.exists(file)) {
      return;
    }
    try {
      Document document = JSON.readValue(Files.readAllBytes(file), Document.class);
      if (document.revoked() != null) {
        revoked.addAll(document.revoked());
      }
      if (document.names() != null) {
        names.putAll(document.names());
      }
      for (Entry entry : document.devices()) {
        access.put(entry.id(), AccessList.of(entry.id(), entry.role(), entry.window()));
        entries.put(entry.id(), entry);
      }
    } catch (JacksonException | IllegalArgumentException e) {
      throw new IOException(
          "expected %s to be the list of devices, but %s: restore it from a backup, or remove it and register the devices again"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private void save() throws IOException {
    Path draft = folder.resolve("devices.json.part");
    OwnerOnly.create(draft);
    Files.write(
        draft,
        JSON.writerWithDefaultPrettyPrinter()
            .writeValueAsBytes(
                new Document(
                    1, List.copyOf(entries.values()), List.copyOf(revoked), Map.copyOf(names))));
    Files.move(
        draft,
        folder.resolve("devices.json"),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private Credentials here(Credentials credentials) {
    return new Credentials(
        credentials.device(), credentials.secret(), brokerUrl, trust, credentials.identityKey());
  }

  private static String newSecret() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] sha256(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
