package io.tidehall.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A clerk's browser without anything around it: one kept connection that sends a request and reads
 * its answer, so that what is measured is the controller and not an HTTP client's threads.
 */
final class PlainConsole implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 30_000;
  private static final String LENGTH = "content-length:";
  private static final String COOKIE = "set-cookie:";

  private final URI controller;
  private final Socket socket;
  private final InputStream in;
  private String cookie = "";

  PlainConsole(URI controller) throws IOException {
    this.controller = controller;
    socket = new Socket(controller.getHost(), controller.getPort());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** Sends a request and does not wait. */
  void post(String path, String body) throws IOException {
    String request =
        """
        POST /api/%s HTTP/1.1\r
        Host: %s\r
        %sContent-Type: application/json\r
        Content-Length: %d\r
        \r
        %s"""
            .formatted(
                path,
                controller.getAuthority(),
                cookie.isEmpty() ? "" : "Cookie: " + cookie + "\r\n",
                body.length(),
                body);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
  }

  /** Reads the answer, which must be yes. */
  void awaitYes() throws IOException {
    String status = line();
    int length = 0;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith(LENGTH)) {
        length = Integer.parseInt(header.substring(LENGTH.length()).strip());
      } else if (lower.startsWith(COOKIE)) {
        cookie = header.substring(COOKIE.length()).strip().split(";", 2)[0];
      }
    }
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    if (!status.startsWith("HTTP/1.1 200 ")) {
      throw new IOException("expected the controller to say yes, but it said " + status + body);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("expected an answer, but the controller hung up");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }
}
