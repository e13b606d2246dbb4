package io.tidehall.printer.emulator;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.printer.escpos.PrinterProfile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a person does to the emulated printer from a browser, and a script without one. */
class EmulatorPageTest {
  private static final PrinterProfile PROFILE = PrinterProfile.named("80mm");
  private static final String SLIP = "1B40 1C26 410A 410A 410A 410A 410A 410A 410A 1D5600";

  private final PrinterEmulator emulator = started();
  private final EmulatorPage page = opened();
  private final HttpClient browser = HttpClient.newHttpClient();

  private static PrinterEmulator started() {
    try {
      return PrinterEmulator.start(PROFILE, 0, null);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private EmulatorPage opened() {
    try {
      return EmulatorPage.open(emulator, PROFILE, 0);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @AfterEach
  void close() {
    browser.close();
    page.close();
    emulator.close();
  }

  @Test
  void everyFaultIsSwitchedOnAndOff() throws Exception {
    for (Fault fault : Fault.values()) {
      String name = fault.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
      assertTrue(post("/" + name + "/on").contains(name + " on\n"), name);
      assertEquals(Set.of(fault), emulator.faults());
      assertTrue(post("/" + name + "/off").contains(name + " off\n"), name);
      assertEquals(Set.of(), emulator.faults());
      assertTrue(get("/").body().contains("'" + name + "'"), name + " has a switch on the page");
    }
  }

  @Test
  void aSlipIsSeenAsItsPaperComesOut() throws Exception {
    try (var wire = new Wire(emulator)) {
      wire.send(SLIP);
      await().until(() -> get("/state").body().contains("slips 1\n"));
    }
    byte[] png = browser.send(request("/slip/1").GET().build(), BodyHandlers.ofByteArray()).body();
    assertEquals(80 * 8, ImageIO.read(new ByteArrayInputStream(png)).getWidth());
    assertEquals(404, get("/slip/2").statusCode());
  }

  @Test
  void thePaperEndsInASlipAndItsRestComesOnTheNewRoll() throws Exception {
    post("/end-in-slip");
    try (var wire = new Wire(emulator)) {
      wire.send(SLIP);
      await().until(() -> get("/state").body().contains("paper-out on\n"));
      assertEquals(0, emulator.slipCount());
      post("/near-end/on");
      post("/new-roll");
      await().until(() -> emulator.slipCount() == 1);
      assertEquals(Set.of(), emulator.faults());
    }
  }

  @Test
  void theCableIsPulled() throws Exception {
    try (var wire = new Wire(emulator)) {
      assertEquals("12 12 12 12", wire.status());
      post("/pull-cable");
      await()
          .until(
              () -> {
                try {
                  return wire.status().contains("nothing");
                } catch (IOException _) {
                  return true;
                }
              });
    }
  }

  @Test
  void whatIsNoneIsRefusedWithWhatWasExpected() throws Exception {
    HttpResponse<String> answer =
        browser.send(
            request("/coffee/on").POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    assertEquals(404, answer.statusCode());
    assertTrue(answer.body().contains("/cover-open"), answer.body());
    assertTrue(answer.body().contains("/coffee/on came"), answer.body());
  }

  @Test
  void noOtherPageAndNoOtherNameReachesIt() throws Exception {
    HttpResponse<String> answer =
        browser.send(
            request("/paper-out/on")
                .header("Origin", "http://example.org")
                .POST(BodyPublishers.noBody())
                .build(),
            BodyHandlers.ofString());
    assertEquals(403, answer.statusCode());
    int port = URI.create(page.address()).getPort();
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket
          .getOutputStream()
          .write(
              "POST /paper-out/on HTTP/1.1\r\nHost: example.org\r\nContent-Length: 0\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      byte[] first = socket.getInputStream().readNBytes(12);
      assertEquals("HTTP/1.1 403", new String(first, StandardCharsets.US_ASCII));
    }
    assertEquals(Set.of(), emulator.faults());
  }

  private String post(String path) throws Exception {
    HttpResponse<String> answer =
        browser.send(request(path).POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    assertEquals(200, answer.statusCode(), answer.body());
    return answer.body();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return browser.send(request(path).GET().build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(page.address() + path));
  }
}
