package io.tidehall.device.sound;

/** The two notes before a call: a falling third that fades, heard above a murmuring hall. */
final class Chime {
  private static final double[] NOTES = {659.26, 523.25};
  private static final double SECONDS = 0.45;
  private static final double FADE = 6;
  private static final double LOUD = 0.5;

  private Chime() {}

  static Sound make() {
    int length = (int) (SECONDS * Sound.RATE);
    var samples = new short[NOTES.length * length];
    for (int note = 0; note < NOTES.length; note++) {
      for (int i = 0; i < length; i++) {
        double time = (double) i / Sound.RATE;
        double attack = Math.min(1, time / 0.01);
        double tone =
            Math.sin(2 * Math.PI * NOTES[note] * time)
                + 0.3 * Math.sin(4 * Math.PI * NOTES[note] * time);
        double value = LOUD / 1.3 * attack * Math.exp(-FADE * time) * tone;
        samples[note * length + i] = (short) (value * Short.MAX_VALUE);
      }
    }
    return new Sound(samples);
  }
}
