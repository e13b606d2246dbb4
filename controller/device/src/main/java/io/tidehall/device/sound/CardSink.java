package io.tidehall.device.sound;

import java.io.IOException;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/** The machine's sound card. The line is held only while something is said. */
public final class CardSink implements AudioSink {
  private static final DataLine.Info LINE = new DataLine.Info(SourceDataLine.class, Sound.FORMAT);

  /** A fifth of a second: no more of it is heard after a cut. */
  private static final int CHUNK = Sound.RATE / 5 * 2;

  /** Whether this machine has a card that can play the voice. */
  public static boolean present() {
    return AudioSystem.isLineSupported(LINE);
  }

  @Override
  public void play(String name, Sound sound) throws IOException, InterruptedException {
    try (SourceDataLine line = (SourceDataLine) AudioSystem.getLine(LINE)) {
      line.open(Sound.FORMAT, CHUNK);
      line.start();
      byte[] bytes = sound.bytes();
      for (int at = 0; at < bytes.length; ) {
        if (Thread.interrupted()) {
          line.stop();
          line.flush();
          throw new InterruptedException("cut");
        }
        at += line.write(bytes, at, Math.min(CHUNK, bytes.length - at));
      }
      line.drain();
    } catch (LineUnavailableException | IllegalArgumentException e) {
      throw new IOException(
          "expected a sound card that is free, but %s; check the speaker or choose another --audio"
              .formatted(e.getMessage()),
          e);
    }
  }

  @Override
  public void close() {}
}
