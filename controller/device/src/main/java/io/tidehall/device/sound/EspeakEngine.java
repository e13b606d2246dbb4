package io.tidehall.device.sound;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The free speech engine eSpeak NG, a program of its own. Its Mandarin voice {@code
 * cmn-latn-pinyin} reads pinyin with tone numbers; the voice {@code cmn} reads characters as
 * English letters and is of no use.
 */
public final class EspeakEngine implements SpeechEngine {
  private static final int WORDS_A_MINUTE = 150;
  private static final long SECONDS = 20;

  private final String program;

  public EspeakEngine() {
    this("espeak-ng");
  }

  EspeakEngine(String program) {
    this.program = program;
  }

  @Override
  public Sound say(String voice, String text) throws IOException {
    List<String> command =
        List.of(program, "-v", voice, "-s", "" + WORDS_A_MINUTE, "--stdout", "--", text);
    Process process;
    try {
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      throw new IOException(
          "expected the speech engine %s, but it cannot be started; install it (apt-get install espeak-ng) or put clips into the folder of --clips"
              .formatted(program),
          e);
    }
    try {
      process.getOutputStream().close();
      byte[] wav = process.getInputStream().readAllBytes();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException("expected %s to say '%s', but it failed".formatted(program, text));
      }
      return Sound.read(new ByteArrayInputStream(streamed(wav))).trimmed();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while speaking", e);
    } finally {
      process.destroy();
    }
  }

  /** On a pipe the engine cannot know the length, and writes none that readers believe. */
  private static byte[] streamed(byte[] wav) throws IOException {
    int header = 44;
    if (wav.length < header || !"RIFF".equals(ascii(wav, 0)) || !"data".equals(ascii(wav, 36))) {
      throw new IOException("expected WAV from the speech engine, but other bytes came");
    }
    little(wav, 4, wav.length - 8);
    little(wav, 40, wav.length - header);
    return wav;
  }

  private static String ascii(byte[] bytes, int at) {
    return new String(bytes, at, 4, StandardCharsets.US_ASCII);
  }

  private static void little(byte[] bytes, int at, int value) {
    for (int i = 0; i < 4; i++) {
      bytes[at + i] = (byte) (value >> (8 * i));
    }
  }
}
