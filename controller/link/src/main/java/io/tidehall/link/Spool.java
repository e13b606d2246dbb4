package io.tidehall.link;

import io.tidehall.protocol.Codec;
import io.tidehall.protocol.DeviceRequest;
import io.tidehall.protocol.MalformedMessageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Facts that the hall has not acknowledged, one file each, in the order they happened. What {@link
 * #keep} has returned from survives a power cut.
 */
final class Spool {
  private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
  private static final String SUFFIX = ".json";

  private final Path folder;
  private long last;
  private long malformed;

  Spool(Path folder) {
    this.folder = folder;
  }

  /** What is kept, oldest first. A file that cannot be read is put aside, not thrown away. */
  synchronized List<DeviceRequest> load() throws IOException {
    Files.createDirectories(folder);
    List<Path> files;
    try (Stream<Path> listing = Files.list(folder)) {
      files = listing.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    }
    List<DeviceRequest> kept = new ArrayList<>();
    for (Path file : files) {
      last = Math.max(last, sequence(file));
      try {
        kept.add(Codec.decode(DeviceRequest.class, Files.readAllBytes(file)));
      } catch (MalformedMessageException e) {
        malformed++;
        LOG.error("{} is put aside: {}", file, e.getMessage());
        Files.move(
            file,
            file.resolveSibling(file.getFileName() + ".bad"),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return kept;
  }

  /** Keeps a request until {@link #forget}; durable on return. */
  synchronized void keep(DeviceRequest request) throws IOException {
    Files.createDirectories(folder);
    last++;
    Path file = folder.resolve("%016d-%s%s".formatted(last, request.id(), SUFFIX));
    Path draft = folder.resolve(request.id() + ".part");
    try (FileChannel out =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(Codec.encode(request));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
  }

  /** The hall has answered. A file that stays behind after a power cut only asks once more. */
  synchronized void forget(String request) throws IOException {
    List<Path> files;
    try (Stream<Path> listing = Files.list(folder)) {
      files =
          listing
              .filter(file -> file.getFileName().toString().endsWith("-" + request + SUFFIX))
              .toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }

  synchronized long malformed() {
    return malformed;
  }

  private static long sequence(Path file) {
    String name = file.getFileName().toString();
    try {
      return Long.parseLong(name.substring(0, name.indexOf('-')));
    } catch (NumberFormatException | StringIndexOutOfBoundsException _) {
      return 0;
    }
  }
}
