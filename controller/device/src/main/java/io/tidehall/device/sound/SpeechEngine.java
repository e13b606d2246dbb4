package io.tidehall.device.sound;

import java.io.IOException;

/** Makes sound of words. */
public interface SpeechEngine {
  /**
   * Says a text.
   *
   * @param voice a voice of the engine
   * @param text in the form that the voice reads
   * @throws IOException when it cannot, with what to do about it
   */
  Sound say(String voice, String text) throws IOException;
}
