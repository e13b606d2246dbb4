package io.tidehall.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidehall.link.Credentials;
import io.tidehall.protocol.Topics;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A device of another make: it knows the published topics and JSON, and speaks through {@code
 * mosquitto_pub} and {@code mosquitto_sub}. Each program is one connection of the same device, so
 * its session is kept between them.
 */
final class ForeignDevice {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PATIENCE_SECONDS = "60";

  private final String device;
  private final String secret;
  private final URI broker;
  private final Path folder;

  /** What a program said before it ended. */
  record Said(int exit, String out) {}

  ForeignDevice(Credentials credentials, Path folder) {
    this(credentials.device(), credentials.secret(), URI.create(credentials.broker()), folder);
  }

  ForeignDevice(String device, String secret, URI broker, Path folder) {
    this.device = device;
    this.secret = secret;
    this.broker = broker;
    this.folder = folder;
  }

  /** Asks the hall, and waits for the answer to this very request. */
  JsonNode ask(Map<String, ?> act) throws IOException {
    String id = UUID.randomUUID().toString();
    // Listening first: the broker keeps the answer until the next program of this device comes.
    assertEquals(0, listen(Topics.answer(device), "-E").exit());
    String request =
        JSON.writeValueAsString(Map.of("id", id, "sentAt", Instant.now().toString(), "act", act));
    assertEquals(0, publish(Topics.request(device), request).exit());
    JsonNode answer = next(Topics.answer(device));
    while (!answer.at("/request").asString().equals(id)) {
      // A message may come once more, and so may the answer to what was asked before.
      answer = next(Topics.answer(device));
    }
    return answer.at("/reply");
  }

  /** The state that is retained at a topic. */
  JsonNode state(String topic) throws IOException {
    return JSON.readTree(listen(topic, "-C", "1").out());
  }

  /** The next message at a topic of this device's own, such as a print job. */
  JsonNode next(String topic) throws IOException {
    return JSON.readTree(listen(topic, "-C", "1").out());
  }

  /** Starts to listen, so that the broker keeps what comes at a topic until it is fetched. */
  void subscribe(String topic) throws IOException {
    assertEquals(0, listen(topic, "-E").exit());
  }

  Said publish(String topic, String message) throws IOException {
    return run("mosquitto_pub", topic, "-m", message);
  }

  Said listen(String topic, String... until) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(until));
    arguments.addAll(List.of("-W", PATIENCE_SECONDS));
    return run("mosquitto_sub", topic, arguments.toArray(String[]::new));
  }

  private Said run(String program, String topic, String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Programs.client(program).toString(),
                "-V",
                "mqttv5",
                "-h",
                broker.getHost(),
                "-p",
                String.valueOf(broker.getPort()),
                "-u",
                device,
                "-P",
                secret,
                "-i",
                device,
                "-c",
                "-x",
                "300",
                "-q",
                "1",
                "-t",
                topic));
    command.addAll(List.of(more));
    Path out = Files.createTempFile(folder, program, ".out");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    try {
      int exit = process.waitFor();
      return new Said(exit, Files.readString(out, StandardCharsets.UTF_8).strip());
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
