package io.tidehall.server.web;

import io.tidehall.protocol.Catalogue;
import io.tidehall.server.edge.Devices;
import io.tidehall.server.edge.StorageGuard;
import io.tidehall.server.edge.TicketLinks;
import io.tidehall.server.hallfile.Network;
import io.tidehall.server.reload.HallFileReload;
import io.tidehall.server.view.Views;
import io.tidehall.server.writer.HallWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.function.Supplier;

/** The controller's web site: its address, known before it serves, and what it is made of. */
public final class Site {
  private final String host;
  private final int port;

  private Site(String host, int port) {
    this.host = host;
    this.port = port;
  }

  /**
   * Settles the address.
   *
   * @param port 0 for any free one
   * @throws IOException when the port is busy
   */
  public static Site reserve(String host, int port) throws IOException {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
      return new Site(host, socket.getLocalPort());
    } catch (IOException e) {
      throw new IOException(
          "expected to listen at %s:%d, but %s: choose another with --port, or stop the other program"
              .formatted(host, port, e.getMessage()),
          e);
    }
  }

  public int port() {
    return port;
  }

  /** The address as a phone in the hall reaches it. */
  public String address() {
    boolean anywhere = host.equals("0.0.0.0");
    return "http://" + (anywhere ? outward() : host) + ":" + port;
  }

  /** Starts serving. */
  public WebServer serve(
      HallWriter writer,
      Views views,
      ConsoleFeed feed,
      Devices devices,
      Supplier<Catalogue> catalogue,
      TicketLinks links,
      Accounts accounts,
      Supplier<List<Network>> pinNetworks,
      StorageGuard storage,
      BoardFeed boards,
      BoardMedia media,
      ReportRoutes reports,
      WhatIfRoutes whatIfs,
      HallFileReload hallFile,
      BookingRoutes bookings,
      DeviceRoutes deviceRoutes,
      PlatformKey platform,
      Supplier<Api.Health> health) {
    var replies = new Replies(writer);
    var sessions = new Sessions(accounts, pinNetworks, platform);
    var server =
        new WebServer(
            List.of(
                sessions::routes,
                new ReadRoutes(writer, feed, catalogue, health, sessions)::routes,
                new PhoneRoutes(writer, views, feed, catalogue, links, replies)::routes,
                new DeskRoutes(replies, sessions, devices)::routes,
                new StaffRoutes(replies, sessions)::routes,
                config -> reports.clerkRoutes(config, sessions),
                config -> reports.printRoutes(config, sessions, replies, devices),
                new ManageRoutes(replies, sessions, accounts, storage, devices, views)::routes,
                new SteerRoutes(writer, feed, replies, sessions, views.outlooks())::routes,
                new TideRoutes(writer, replies, sessions)::routes,
                new HallFileRoutes(hallFile, sessions)::routes,
                config -> bookings.routes(config, replies, sessions),
                config -> deviceRoutes.routes(config, sessions),
                boards::routes,
                media::routes,
                reports::routes,
                whatIfs::routes));
    server.start(host, port);
    return server;
  }

  private static String outward() {
    try {
      return InetAddress.getLocalHost().getHostAddress();
    } catch (IOException _) {
      return "127.0.0.1";
    }
  }
}
