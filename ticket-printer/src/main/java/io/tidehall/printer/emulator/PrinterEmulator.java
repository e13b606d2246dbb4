package io.tidehall.printer.emulator;

import io.tidehall.printer.escpos.PrinterProfile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thermal printer on loopback TCP. It reads ESC/POS strictly, answers {@code DLE EOT} and {@code
 * GS r}, tells changes unasked after {@code GS a}, keeps pictures of its paper, and has faults that
 * can be set while it runs. What it got while it could not print is printed when the fault is gone,
 * as a real printer does from its memory. All methods may be called from any thread.
 */
public final class PrinterEmulator implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PrinterEmulator.class);

  private final PrinterProfile profile;
  private final ServerSocket server;
  private final PrintRoom room;
  private final Set<Socket> connections = new CopyOnWriteArraySet<>();
  private volatile boolean closed;

  private PrinterEmulator(PrinterProfile profile, ServerSocket server, @Nullable Path preview) {
    this.profile = profile;
    this.server = server;
    this.room =
        new PrintRoom(profile, preview == null ? null : new Preview(preview, profile.paper()));
  }

  /**
   * Starts a printer of the profile's kind.
   *
   * @param port on loopback; 0 for any free one
   * @param preview folder for a picture of each slip, or null
   */
  public static PrinterEmulator start(PrinterProfile profile, int port, @Nullable Path preview)
      throws IOException {
    var server = new ServerSocket();
    server.setReuseAddress(true);
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    var emulator = new PrinterEmulator(profile, server, preview);
    Thread.ofVirtual().name("emulator-accept").start(emulator::accept);
    emulator.room.start();
    return emulator;
  }

  public int port() {
    return server.getLocalPort();
  }

  public String host() {
    return server.getInetAddress().getHostAddress();
  }

  /** Sets or clears a fault at once. Clearing {@code PAPER_OUT} puts in a full roll. */
  public void fault(Fault fault, boolean on) {
    room.fault(fault, on);
  }

  /** What is wrong with it now. */
  public Set<Fault> faults() {
    return room.faults();
  }

  /** Lets the paper end after so many dots more, wherever the slip is then. */
  public void paperLeft(int dots) {
    room.paperLeft(dots);
  }

  /** Pulls the cable: every connection breaks; whoever connects anew is served. */
  public void pullCable() {
    connections.forEach(PrinterEmulator::quietly);
  }

  /** The newest slips, oldest first, at most 200. */
  public List<EmulatedSlip> slips() {
    return room.slips();
  }

  /** Commands that came and are not on paper yet. */
  public int waiting() {
    return room.waiting();
  }

  /** All slips since the start. */
  public int slipCount() {
    return room.slipCount();
  }

  /** What came that no printer of this kind would understand, at most the first 1,000. */
  public List<String> errors() {
    return room.errors();
  }

  @Override
  public void close() {
    closed = true;
    quietly(server);
    connections.forEach(PrinterEmulator::quietly);
    room.close();
  }

  private void accept() {
    while (!closed) {
      try {
        Socket socket = server.accept();
        connections.add(socket);
        Thread.ofVirtual().name("emulator-connection").start(() -> serve(socket));
      } catch (IOException e) {
        if (!closed) {
          log.warn("printer emulator: {}", e.getMessage());
        }
      }
    }
  }

  private void serve(Socket socket) {
    @Nullable OutputStream answers = null;
    try (socket) {
      OutputStream out = socket.getOutputStream();
      answers = out;
      room.connected(out);
      var in = new BufferedInputStream(socket.getInputStream());
      var reader = new CommandReader(in, profile.encoding(), profile.paper().dots(), room::error);
      for (Command command = reader.next(); command != null; command = reader.next()) {
        if (command instanceof Command.StatusRequest(int n)) {
          room.status(n, out);
        } else {
          room.take(command, out);
        }
      }
    } catch (IOException _) {
      // The other side is gone, as sides do.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      connections.remove(socket);
      if (answers != null) {
        room.gone(answers);
      }
    }
  }

  private static void quietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      log.debug("closing: {}", e.getMessage());
    }
  }
}
