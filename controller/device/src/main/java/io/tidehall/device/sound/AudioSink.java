package io.tidehall.device.sound;

import java.io.IOException;

/**
 * Where sound goes: one at a time, each to its end unless the thread that plays it is interrupted,
 * which cuts it at once.
 */
public interface AudioSink extends AutoCloseable {
  /**
   * Plays a sound and returns when it has been heard.
   *
   * @param name what it is, for a sink that keeps it
   * @throws InterruptedException when it was cut
   */
  void play(String name, Sound sound) throws IOException, InterruptedException;

  @Override
  void close();
}
