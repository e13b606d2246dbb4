package io.tidehall.server.web;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.protocol.BoardState;
import io.tidehall.protocol.Codec;
import io.tidehall.protocol.MalformedMessageException;
import io.tidehall.protocol.Topics;
import io.tidehall.server.hallfile.ReadyHalls;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What web boards are pushed, without signing in. */
@Timeout(120)
class BoardFeedTest {
  @Test
  void aBoardGetsEveryStateAtOnceAndEachChange(@TempDir Path folder) throws Exception {
    var hall = new WebHall(ReadyHalls.trial(), folder);
    hall.publish();
    try (var http = HttpClient.newHttpClient();
        var lines = events(http, hall)) {
      Map<String, String> states = new LinkedHashMap<>();
      while (!states.keySet().containsAll(Set.of("clock", "hall", "catalogue", "lines", "board"))) {
        next(lines, states);
      }
      assertTrue(String.valueOf(states.get("hall")).contains("便民服务中心"));
      call(hall);
      while (board(states).calls().isEmpty()) {
        next(lines, states);
      }
      assertEquals("A001", board(states).calls().getFirst().number());
      assertEquals("1", board(states).calls().getFirst().window());
      // A board that listens must not keep the hall from closing.
      hall.close();
    }
  }

  @Test
  void aBoardThatComesLateGetsTheSameStates(@TempDir Path folder) throws Exception {
    try (var hall = new WebHall(ReadyHalls.trial(), folder);
        var http = HttpClient.newHttpClient()) {
      hall.publish();
      call(hall);
      Map<String, String> states = new LinkedHashMap<>();
      try (var lines = events(http, hall)) {
        while (!states.containsKey("board") || board(states).calls().isEmpty()) {
          next(lines, states);
        }
      }
      assertEquals(
          List.of("A001"), board(states).calls().stream().map(BoardState.Call::number).toList());
      assertFalse(String.valueOf(states.get("board")).contains("101"), "no badge of a clerk");
    }
  }

  @Test
  void aBoardThatDoesNotReadHoldsUpNoOther(@TempDir Path folder) throws Exception {
    var setup = ReadyHalls.trial();
    try (var hall = new WebHall(setup, folder);
        var http = HttpClient.newHttpClient();
        var slow = new Socket()) {
      slow.setReceiveBufferSize(1024);
      slow.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), hall.address("/").getPort()));
      slow.getOutputStream()
          .write(
              "GET /api/board/events HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      assertEquals('H', slow.getInputStream().read(), "it is let in, and reads no more");
      try (var lines = events(http, hall)) {
        Map<String, String> states = new LinkedHashMap<>();
        for (int i = 0; i < 200; i++) {
          hall.boards.heard(Topics.CATALOGUE, setup.catalogue(i));
          next(lines, states);
          assertTrue(states.containsKey("catalogue"));
          states.clear();
        }
      }
    }
  }

  @Test
  void afterManyBoardsTheNextIsAskedToComeAgain(@TempDir Path folder) throws Exception {
    try (var hall = new WebHall(ReadyHalls.trial(), folder);
        var http = HttpClient.newHttpClient()) {
      for (int i = 0; i < BoardFeed.MOST; i++) {
        var _ = http.send(asking(hall), BodyHandlers.ofInputStream());
      }
      await()
          .untilAsserted(
              () ->
                  assertEquals(
                      503, http.send(asking(hall), BodyHandlers.ofInputStream()).statusCode()));
      http.shutdownNow();
    }
  }

  private static void call(WebHall hall) {
    hall.issue("A", List.of(), null);
    var clerk = Actor.clerk("101");
    hall.submit(clerk, new Command.SignIn(new WindowId("1"), new ClerkId("101"), null));
    hall.submit(clerk, new Command.CallNext(new WindowId("1")));
  }

  private static BoardState board(Map<String, String> states) {
    try {
      String board = states.getOrDefault("board", "");
      return Codec.decode(BoardState.class, board.getBytes(StandardCharsets.UTF_8));
    } catch (MalformedMessageException e) {
      throw new AssertionError(e);
    }
  }

  private static BufferedReader events(HttpClient http, WebHall hall)
      throws IOException, InterruptedException {
    var response = http.<InputStream>send(asking(hall), BodyHandlers.ofInputStream());
    assertEquals(200, response.statusCode());
    return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
  }

  private static HttpRequest asking(WebHall hall) {
    return HttpRequest.newBuilder(hall.address("/api/board/events"))
        .header("Accept", "text/event-stream")
        .build();
  }

  /** Reads one event. */
  private static void next(BufferedReader lines, Map<String, String> states) throws IOException {
    String name = "";
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("event: ")) {
        name = line.substring(7);
      } else if (line.startsWith("data: ")) {
        states.put(name, line.substring(6));
        return;
      }
    }
    throw new IOException("the events have ended");
  }
}
