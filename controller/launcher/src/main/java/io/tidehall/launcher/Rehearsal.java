package io.tidehall.launcher;

import io.tidehall.server.Controller;
import io.tidehall.server.ControllerOptions;
import io.tidehall.server.hallfile.ReadyHalls;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;

/**
 * Starts a controller in an empty folder, asks it how it is, and stops: what a virtual machine
 * watches when it makes the cache for a quick start.
 */
final class Rehearsal {
  private Rehearsal() {}

  /** Takes the folder as its one argument. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path data = Path.of(args[0]).resolve("data");
    Logs.toFile(data.resolve("logs/controller.log"));
    try (Controller controller =
            Controller.start(ControllerOptions.local(data, ReadyHalls.trial()));
        HttpClient client = HttpClient.newHttpClient()) {
      for (String path : new String[] {"/health", "/", "/api/catalogue"}) {
        client.send(
            HttpRequest.newBuilder(URI.create(controller.address() + path)).build(),
            HttpResponse.BodyHandlers.discarding());
      }
    }
  }
}
