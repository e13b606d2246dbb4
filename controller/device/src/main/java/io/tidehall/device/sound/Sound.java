package io.tidehall.device.sound;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Mono sound of 16-bit samples, {@value #RATE} a second. */
public final class Sound {
  /** Samples a second: what the speech engine makes. */
  public static final int RATE = 22_050;

  /** How it is written: mono, signed, little-endian. */
  public static final AudioFormat FORMAT = new AudioFormat(RATE, 16, 1, true, false);

  private final short[] samples;

  /** Takes the samples over: nobody may change them afterwards. */
  Sound(short[] samples) {
    this.samples = samples;
  }

  /** Nothing to hear, for a while. */
  public static Sound silence(Duration length) {
    return new Sound(new short[samples(length)]);
  }

  /** One sound after another. */
  public static Sound of(List<Sound> parts) {
    var all = new short[parts.stream().mapToInt(it -> it.samples.length).sum()];
    int at = 0;
    for (Sound part : parts) {
      System.arraycopy(part.samples, 0, all, at, part.samples.length);
      at += part.samples.length;
    }
    return new Sound(all);
  }

  /**
   * Reads a WAV file of any rate, with one or two channels.
   *
   * @throws IOException when it is none, with what was expected
   */
  public static Sound read(InputStream wav) throws IOException {
    try (AudioInputStream in = AudioSystem.getAudioInputStream(new BufferedInputStream(wav))) {
      AudioFormat from = in.getFormat();
      var plain = new AudioFormat(from.getSampleRate(), 16, from.getChannels(), true, false);
      if (!AudioSystem.isConversionSupported(plain, from)) {
        throw new IOException("expected a WAV file of plain samples, but it is " + from);
      }
      byte[] bytes = AudioSystem.getAudioInputStream(plain, in).readAllBytes();
      return new Sound(resampled(mono(bytes, from.getChannels()), from.getSampleRate()));
    } catch (UnsupportedAudioFileException e) {
      throw new IOException("expected a WAV file, but " + e.getMessage(), e);
    }
  }

  /** As a WAV file. */
  public byte[] wav() throws IOException {
    byte[] bytes = bytes();
    var out = new java.io.ByteArrayOutputStream();
    try (var in = new AudioInputStream(new ByteArrayInputStream(bytes), FORMAT, samples.length)) {
      var unused = AudioSystem.write(in, AudioFileFormat.Type.WAVE, out);
    }
    return out.toByteArray();
  }

  /** As little-endian bytes. */
  public byte[] bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(samples);
    return bytes.array();
  }

  /** From -32,768 to 32,767, for reading only. */
  short[] samples() {
    return samples;
  }

  public Duration length() {
    return Duration.ofNanos(samples.length * 1_000_000_000L / RATE);
  }

  /** The same, softer: 0 to 100 percent. */
  public Sound at(int percent) {
    var softer = new short[samples.length];
    for (int i = 0; i < samples.length; i++) {
      softer[i] = (short) (samples[i] * percent / 100);
    }
    return new Sound(softer);
  }

  /** Without the silence at both ends, which engines add and which makes sentences drag. */
  public Sound trimmed() {
    int threshold = 300;
    int from = 0;
    int to = samples.length;
    while (from < to && Math.abs(samples[from]) < threshold) {
      from++;
    }
    while (to > from && Math.abs(samples[to - 1]) < threshold) {
      to--;
    }
    return new Sound(Arrays.copyOfRange(samples, from, to));
  }

  /** The loudest sample, 0 to 32,768. */
  public int peak() {
    int peak = 0;
    for (short sample : samples) {
      peak = Math.max(peak, Math.abs(sample));
    }
    return peak;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sound sound && Arrays.equals(samples, sound.samples);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(samples);
  }

  @Override
  public String toString() {
    return "Sound of " + length();
  }

  static int samples(Duration length) {
    return (int) (length.toNanos() * RATE / 1_000_000_000L);
  }

  private static short[] mono(byte[] bytes, int channels) {
    var all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    var mono = new short[all.remaining() / channels];
    for (int i = 0; i < mono.length; i++) {
      int sum = 0;
      for (int channel = 0; channel < channels; channel++) {
        sum += all.get();
      }
      mono[i] = (short) (sum / channels);
    }
    return mono;
  }

  private static short[] resampled(short[] samples, float rate) {
    if (rate == RATE || samples.length == 0) {
      return samples;
    }
    var next = new short[(int) (samples.length * (double) RATE / rate)];
    for (int i = 0; i < next.length; i++) {
      double at = i * (double) rate / RATE;
      int before = Math.min((int) at, samples.length - 1);
      int after = Math.min(before + 1, samples.length - 1);
      double share = at - before;
      next[i] = (short) Math.round(samples[before] * (1 - share) + samples[after] * share);
    }
    return next;
  }
}
