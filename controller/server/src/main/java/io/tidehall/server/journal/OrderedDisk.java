package io.tidehall.server.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file system under H2, {@code ordered:}, that syncs a file before its header is written. H2
 * writes a chunk and the header that points to it without a sync between them; when the header
 * alone reaches the disk before a power cut, and the chunk was to go where old ones had been, H2
 * falls back to a state of seconds before and acknowledged entries are lost (decision record 0009).
 */
public final class OrderedDisk extends FilePathWrapper {
  private static final String SCHEME = "ordered";

  /** H2's header: two copies, a block of 4 KiB each. */
  private static final long HEADER = 2 * 4096;

  /** Called by H2 for every path. */
  public OrderedDisk() {}

  /** The prefix of paths in this file system, which H2 knows from now on. */
  static String prefix() {
    FilePath.register(new OrderedDisk());
    return SCHEME + ":";
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new Channel(getBase().open(mode));
  }

  private static final class Channel extends FileBaseDefault {
    private final FileChannel file;
    private boolean unsynced;

    Channel(FileChannel file) {
      this.file = file;
    }

    @Override
    public synchronized int write(ByteBuffer source, long position) throws IOException {
      if (position < HEADER && unsynced) {
        file.force(true);
        unsynced = false;
      }
      unsynced |= position >= HEADER;
      return file.write(source, position);
    }

    @Override
    public synchronized int read(ByteBuffer target, long position) throws IOException {
      return file.read(target, position);
    }

    @Override
    public synchronized void force(boolean metaData) throws IOException {
      file.force(metaData);
      unsynced = false;
    }

    @Override
    protected void implTruncate(long size) throws IOException {
      file.truncate(size);
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return file.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      file.close();
    }
  }
}
