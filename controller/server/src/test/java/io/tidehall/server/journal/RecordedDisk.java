package io.tidehall.server.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file system under H2, {@code recorded:}, that passes everything on to the real one and writes
 * each write, truncation and sync of a file into the {@link DiskLog} registered for it.
 */
public final class RecordedDisk extends FilePathWrapper {
  static final String PREFIX = "recorded:";

  private static final ConcurrentHashMap<String, DiskLog> LOGS = new ConcurrentHashMap<>();

  /** Called by H2 for every path, and once by {@link #record}. */
  public RecordedDisk() {}

  /** From now on what is done to a file of this path goes into the log. */
  static void record(String file, DiskLog log) {
    FilePath.register(new RecordedDisk());
    LOGS.put(file, log);
  }

  @Override
  public String getScheme() {
    return "recorded";
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    FileChannel real = getBase().open(mode);
    DiskLog log = LOGS.get(getBase().toString());
    return log == null ? real : new Channel(real, log);
  }

  private static final class Channel extends FileBaseDefault {
    private final FileChannel real;
    private final DiskLog log;

    Channel(FileChannel real, DiskLog log) {
      this.real = real;
      this.log = log;
    }

    @Override
    public synchronized int write(ByteBuffer source, long position) throws IOException {
      byte[] bytes = new byte[source.remaining()];
      source.duplicate().get(bytes);
      log.written(position, bytes);
      for (long at = position; source.hasRemaining(); ) {
        at += real.write(source, at);
      }
      return bytes.length;
    }

    @Override
    protected void implTruncate(long size) throws IOException {
      log.truncated(size);
      real.truncate(size);
    }

    @Override
    public void force(boolean metaData) throws IOException {
      // Only what was written before the call is safe after it.
      int before = log.size();
      real.force(metaData);
      log.synced(before);
    }

    @Override
    public synchronized int read(ByteBuffer target, long position) throws IOException {
      return real.read(target, position);
    }

    @Override
    public long size() throws IOException {
      return real.size();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return real.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      real.close();
    }
  }
}
