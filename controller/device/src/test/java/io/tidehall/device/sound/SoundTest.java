package io.tidehall.device.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundTest {
  @TempDir Path folder;

  @Test
  void aSoundComesBackFromItsFileAsItWas() throws IOException {
    Sound chime = Chime.make();
    assertEquals(chime, Sound.read(new ByteArrayInputStream(chime.wav())));
  }

  @Test
  void recordingsOfAnotherRateAndWithTwoChannelsKeepLengthAndPitch() throws IOException {
    float rate = 16_000;
    var bytes = new byte[16_000 * 4];
    for (int i = 0; i < 16_000; i++) {
      short value = (short) (10_000 * Math.sin(2 * Math.PI * 440 * i / rate));
      for (int channel = 0; channel < 2; channel++) {
        bytes[4 * i + 2 * channel] = (byte) value;
        bytes[4 * i + 2 * channel + 1] = (byte) (value >> 8);
      }
    }
    var wav = new ByteArrayOutputStream();
    var format = new AudioFormat(rate, 16, 2, true, false);
    var unused =
        AudioSystem.write(
            new AudioInputStream(new ByteArrayInputStream(bytes), format, 16_000),
            AudioFileFormat.Type.WAVE,
            wav);
    Sound read = Sound.read(new ByteArrayInputStream(wav.toByteArray()));
    assertEquals(Sound.RATE, read.samples().length);
    int rises = 0;
    for (int i = 1; i < read.samples().length; i++) {
      rises += read.samples()[i - 1] < 0 && read.samples()[i] >= 0 ? 1 : 0;
    }
    assertEquals(440, rises, 1);
  }

  @Test
  void aFileThatIsNoSoundIsRefused() {
    assertThrows(IOException.class, () -> Sound.read(new ByteArrayInputStream(new byte[100])));
  }

  @Test
  void softerIsSofterAndSilenceIsTrimmedAtBothEnds() {
    Sound chime = Chime.make();
    assertEquals(chime.peak() / 2.0, chime.at(50).peak(), 1);
    Sound padded = Sound.of(List.of(Sound.silence(Duration.ofSeconds(1)), chime));
    assertTrue(padded.trimmed().length().compareTo(chime.length()) <= 0);
    assertTrue(chime.peak() < 32_000, "the chime is not clipped");
  }

  @Test
  void theEngineSaysEveryClipOnceAndItIsKept() throws IOException {
    var engine = new Counting();
    var clips = new Clips(null, folder, engine);
    clips.prepare();
    int made = engine.said;
    assertEquals(clips.names().size() - 1, made);
    new Clips(null, folder, engine).prepare();
    assertEquals(made, engine.said);
  }

  @Test
  void theHallsOwnRecordingComesFirst() throws IOException {
    Path own = Files.createDirectories(folder.resolve("own/zh-CN"));
    Sound recorded = Sound.silence(Duration.ofMillis(20));
    Files.write(own.resolve("qing.wav"), recorded.wav());
    var clips = new Clips(folder.resolve("own"), folder.resolve("kept"), new Counting());
    assertEquals(recorded, clips.get("zh-CN/qing"));
  }

  @Test
  void theRealEngineSpeaksEachChineseDigitDifferently() throws IOException {
    var clips = new Clips(null, folder, new EspeakEngine());
    List<Sound> digits = new java.util.ArrayList<>();
    for (int digit = 0; digit < 10; digit++) {
      Sound sound = clips.get("zh-CN/" + digit);
      assertTrue(sound.length().toMillis() > 120, digit + " is heard: " + sound);
      assertTrue(sound.peak() > 3_000 && sound.peak() < 32_767, digit + " has " + sound.peak());
      assertTrue(
          digits.stream().noneMatch(it -> Arrays.equals(it.samples(), sound.samples())),
          digit + " sounds like another");
      digits.add(sound);
    }
  }

  @Test
  void aMissingEngineSaysWhatToInstall() {
    var clips = new Clips(null, folder, new EspeakEngine("no-such-engine"));
    var thrown = assertThrows(IOException.class, () -> clips.get("zh-CN/qing"));
    assertTrue(String.valueOf(thrown.getMessage()).contains("apt-get install espeak-ng"));
  }

  private static final class Counting implements SpeechEngine {
    int said;

    @Override
    public Sound say(String voice, String text) {
      said++;
      return Chime.make();
    }
  }
}
