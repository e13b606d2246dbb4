package io.tidehall.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.tidehall.protocol.DeviceSetup.Show;
import io.tidehall.protocol.Text;
import io.tidehall.server.hallfile.HallSetup.ZoneShow;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pictures and films of the hall's playlist for web boards, from one folder. Only files that
 * the playlist names are served; films piece by piece, as browsers ask for them.
 */
public final class BoardMedia {
  private static final Logger LOG = LoggerFactory.getLogger(BoardMedia.class);

  private final Path folder;
  private final Supplier<List<ZoneShow>> playlist;

  /** What is missing and was told; guarded by itself. */
  private final Set<String> missing = new HashSet<>();

  /**
   * The media of a hall.
   *
   * @param playlist what is shown now, on all boards
   */
  public BoardMedia(Path folder, Supplier<List<ZoneShow>> playlist) {
    this.folder = folder;
    this.playlist = playlist;
  }

  void routes(RoutesConfig routes) {
    routes.get("/api/board/playlist", this::playlist, Role.ANYONE);
    routes.get("/media/{file}", this::file, Role.ANYONE);
  }

  /** What a board of a zone can show now: what is not in the folder is left out. */
  private void playlist(Context ctx) {
    String zone = Optional.ofNullable(ctx.queryParam("zone")).orElse("");
    List<Api.Playable> shows = new ArrayList<>();
    for (ZoneShow it : playlist.get()) {
      Optional<String> version = it.showsIn(zone) ? version(it.show().file()) : Optional.empty();
      version.ifPresent(known -> shows.add(playable(it.show(), known)));
    }
    ctx.header("Cache-Control", "no-store").json(new Api.Playlist(shows));
  }

  private static Api.Playable playable(Show show, String version) {
    return new Api.Playable(
        show.file(), version, Show.film(show.file()), show.seconds(), show.from(), show.to());
  }

  private void file(Context ctx) throws IOException {
    String file = ctx.pathParam("file");
    boolean listed = playlist.get().stream().anyMatch(it -> it.show().file().equals(file));
    Optional<String> version = listed ? version(file) : Optional.empty();
    if (version.isEmpty()) {
      Replies.problem(
          ctx,
          HttpStatus.NOT_FOUND,
          "NOT_FOUND",
          Text.of("播放列表中没有这个文件", "There is no such file in the playlist"),
          "Expected a file of the hall file's playlist that is in the media folder");
      return;
    }
    String tag = '"' + version.get() + '"';
    boolean named = version.get().equals(ctx.queryParam("v"));
    ctx.header("ETag", tag)
        .header("Cache-Control", named ? "public, max-age=604800, immutable" : "no-cache");
    if (tag.equals(ctx.header("If-None-Match"))) {
      ctx.status(HttpStatus.NOT_MODIFIED);
      return;
    }
    send(ctx, file);
  }

  private void send(Context ctx, String file) throws IOException {
    Path path = folder.resolve(file);
    long size = Files.size(path);
    Optional<Piece> piece = Piece.of(ctx.header("Range"), size);
    ctx.header("Accept-Ranges", "bytes").contentType(type(file));
    piece.ifPresent(it -> ctx.header("Content-Range", it.of(size)));
    if (piece.isPresent() && piece.get().length() == 0) {
      ctx.status(HttpStatus.RANGE_NOT_SATISFIABLE);
      return;
    }
    long length = piece.map(Piece::length).orElse(size);
    ctx.status(piece.isPresent() ? HttpStatus.PARTIAL_CONTENT : HttpStatus.OK)
        .header("Content-Length", String.valueOf(length));
    if (!HandlerType.HEAD.equals(ctx.method())) {
      write(ctx, path, piece.map(Piece::from).orElse(0L), length);
    }
  }

  /** Browsers turn away from films in the middle, which is no fault. */
  private static void write(Context ctx, Path path, long from, long length) {
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      var out = Channels.newChannel(ctx.res().getOutputStream());
      long done = 0;
      while (done < length) {
        long more = file.transferTo(from + done, length - done, out);
        if (more <= 0) {
          throw new IOException("the file has become shorter");
        }
        done += more;
      }
    } catch (IOException e) {
      LOG.debug("{} was not fetched to its end", path, e);
    }
  }

  /** Changes with the file; empty when there is none, which is told once. */
  private Optional<String> version(String file) {
    Path path = folder.resolve(file);
    try {
      if (Files.isRegularFile(path) && Files.isReadable(path)) {
        synchronized (missing) {
          missing.remove(file);
        }
        return Optional.of(
            "%x-%x".formatted(Files.getLastModifiedTime(path).toMillis(), Files.size(path)));
      }
    } catch (IOException e) {
      LOG.debug("{} went away while it was looked at", path, e);
    }
    synchronized (missing) {
      if (missing.add(file)) {
        LOG.warn(
            "web boards leave {} out: expected a readable file in {}, but there is none; put it there",
            file,
            folder);
      }
    }
    return Optional.empty();
  }

  private static String type(String file) {
    String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (ending) {
      case "jpg", "jpeg" -> "image/jpeg";
      case "mp4", "m4v" -> "video/mp4";
      default -> "image/" + ending;
    };
  }
}
