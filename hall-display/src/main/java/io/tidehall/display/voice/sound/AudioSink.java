package io.tidehall.display.voice.sound;

import java.io.IOException;

/** Where sound goes: one at a time, each to its end. */
public interface AudioSink extends AutoCloseable {
  /**
   * Plays a sound and returns when it has been heard.
   *
   * @param name what it is, for a sink that keeps it
   * @throws InterruptedException when the program is to end
   */
  void play(String name, Sound sound) throws IOException, InterruptedException;

  @Override
  void close();
}
