package io.tidehall.printer.agent;

import io.tidehall.protocol.Act.ReportPrint.Outcome;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which jobs were begun and how they ended, on disk before anything follows from it. One line a
 * step; a line torn by a power cut is dropped, for nothing was printed or told on its account. Used
 * by one thread at a time.
 */
final class JobRecord implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(JobRecord.class);
  private static final String FILE = "jobs.log";
  private static final String STARTED = "STARTED";

  /** Enough for weeks of a large hall; the hall repeats a job for minutes, not weeks. */
  private static final int KEPT = 20_000;

  /** How a job ended. */
  record End(Outcome outcome, String detail) {}

  private final Map<String, Optional<End>> jobs = new LinkedHashMap<>();
  private final FileChannel lockChannel;
  private final FileLock lock;
  private final FileChannel channel;
  private long length;

  private JobRecord(FileChannel lockChannel, FileLock lock, Path file) throws IOException {
    this.lockChannel = lockChannel;
    this.lock = lock;
    if (Files.exists(file)) {
      readAll(file);
    }
    rewrite(file);
    this.channel = FileChannel.open(file, StandardOpenOption.WRITE);
    this.length = channel.size();
  }

  /**
   * Opens the record in a folder, which no other agent may use at the same time.
   *
   * @throws IOException when the folder is in use or cannot be written
   */
  static JobRecord open(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel lockChannel =
        FileChannel.open(
            folder.resolve("agent.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = tryLock(lockChannel);
      if (lock == null) {
        throw new IOException(
            "expected the folder %s for this printer alone, but another printer agent uses it: stop that one or give another --spool folder"
                .formatted(folder));
      }
      return new JobRecord(lockChannel, lock, folder.resolve(FILE));
    } catch (IOException e) {
      lockChannel.close();
      throw e;
    }
  }

  /** How a job ended, empty when it did not (yet). */
  Optional<End> end(String job) {
    return jobs.getOrDefault(job, Optional.empty());
  }

  /** Jobs begun and not ended, oldest first. */
  List<String> unfinished() {
    return jobs.entrySet().stream()
        .filter(e -> e.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Notes, durably, that from now on the job may be on paper. */
  void started(String job) throws IOException {
    append(STARTED + " " + job + "\n");
    jobs.put(job, Optional.empty());
  }

  /** Notes, durably, how the job ended; known here even when the disk refuses. */
  void ended(String job, End end) throws IOException {
    jobs.put(job, Optional.of(end));
    append(line(job, end));
  }

  /** Notes that, against what was noted, nothing of the job can have reached the printer. */
  void notStarted(String job) throws IOException {
    jobs.remove(job);
    append("NOT-STARTED " + job + "\n");
  }

  /** A line that could not be written whole is overwritten by the next one. */
  private void append(String line) throws IOException {
    var buffer = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
    while (buffer.hasRemaining()) {
      channel.write(buffer, length + buffer.position());
    }
    channel.force(false);
    length += buffer.position();
  }

  private void readAll(Path file) throws IOException {
    String all = Files.readString(file, StandardCharsets.UTF_8);
    int whole = all.lastIndexOf('\n') + 1;
    if (whole < all.length()) {
      log.warn("{}: dropped a line torn by a crash: '{}'", file, all.substring(whole));
    }
    int number = 0;
    for (String line : all.substring(0, whole).split("\n")) {
      number++;
      if (!line.isEmpty() && !read(line)) {
        throw new IOException(
            "%s, line %d: expected a state and a job, but it is '%s'; put the file aside and start again, doubtful jobs are then printed once more"
                .formatted(file, number, line));
      }
    }
  }

  private boolean read(String line) {
    String[] parts = line.split(" ", 3);
    if (parts.length < 2) {
      return false;
    }
    switch (parts[0]) {
      case STARTED -> jobs.put(parts[1], Optional.empty());
      case "NOT-STARTED" -> jobs.remove(parts[1]);
      case "PRINTED", "FAILED", "UNKNOWN" -> {
        String detail = parts.length == 3 ? parts[2] : "";
        jobs.put(parts[1], Optional.of(new End(Outcome.valueOf(parts[0]), detail)));
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Keeps the file short: one line for each of the newest jobs, replaced as a whole. */
  private void rewrite(Path file) throws IOException {
    List<String> ids = new ArrayList<>(jobs.keySet());
    ids.subList(0, Math.max(0, ids.size() - KEPT)).forEach(jobs::remove);
    var text = new StringBuilder();
    jobs.forEach(
        (job, end) -> text.append(end.map(e -> line(job, e)).orElse(STARTED + " " + job + "\n")));
    Path part = file.resolveSibling(FILE + ".part");
    try (var out =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      var buffer = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
      while (buffer.hasRemaining()) {
        out.write(buffer);
      }
      out.force(true);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
        directory.force(true);
      }
    }
  }

  private static String line(String job, End end) {
    return end.outcome() + " " + job + " " + end.detail().replace('\n', ' ') + "\n";
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    lock.release();
    lockChannel.close();
  }
}
