package io.tidehall.device.sound;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The clips that sentences are made of, by name. A hall's own recording {@code NAME.wav} comes
 * first, then what was made before and kept, then what the speech engine makes now.
 */
public final class Clips {
  private static final String CHIME = "chime";
  private static final Duration AFTER_RUN = Duration.ofMillis(120);

  private final @Nullable Path own;
  private final Path kept;
  private final SpeechEngine engine;
  private final Properties texts = texts();
  private final Map<String, Sound> loaded = new HashMap<>();

  /**
   * Clips from two folders and an engine.
   *
   * @param own folder with the hall's own recordings, or null
   * @param kept folder where clips that were made are kept; is made when it is not there
   */
  public Clips(@Nullable Path own, Path kept, SpeechEngine engine) {
    this.own = own;
    this.kept = kept;
    this.engine = engine;
  }

  /** The names of all clips, sorted. */
  public List<String> names() {
    var names = new TreeSet<>(texts.stringPropertyNames());
    names.add(CHIME);
    return List.copyOf(names);
  }

  /**
   * A clip.
   *
   * @throws IOException when it cannot be read or made, with what to do about it
   */
  public synchronized Sound get(String name) throws IOException {
    Sound clip = loaded.get(name);
    if (clip == null) {
      clip = find(name);
      loaded.put(name, clip);
    }
    return clip;
  }

  /**
   * Free words, one sound after another; they are not kept.
   *
   * @throws IOException when they cannot be made, with what to do about it
   */
  public List<Sound> words(String text) throws IOException {
    List<Sound> sounds = new ArrayList<>();
    for (FreeWords.Run run : FreeWords.runs(text)) {
      sounds.add(engine.say(run.voice(), run.text()));
      sounds.add(Sound.silence(AFTER_RUN));
    }
    return sounds;
  }

  /** Makes every clip that is not there yet, so that the first call does not wait for it. */
  public void prepare() throws IOException {
    for (String name : names()) {
      var unused = get(name);
    }
  }

  private Sound find(String name) throws IOException {
    Optional<Path> file = file(own, name).or(() -> file(kept, name));
    if (file.isPresent()) {
      try (InputStream in = Files.newInputStream(file.get())) {
        return Sound.read(in);
      } catch (IOException e) {
        throw new IOException(
            "clip %s: %s; replace or remove it".formatted(file.get(), e.getMessage()), e);
      }
    }
    if (name.equals(CHIME)) {
      return Chime.make();
    }
    String text = texts.getProperty(name);
    if (text == null) {
      throw new IOException(
          "expected a clip %s.wav in the folder of --clips, but there is none".formatted(name));
    }
    int bar = text.indexOf('|');
    return keep(name, engine.say(text.substring(0, bar), text.substring(bar + 1)));
  }

  private Sound keep(String name, Sound clip) throws IOException {
    Path file = kept.resolve(name + ".wav");
    Files.createDirectories(file.resolveSibling("."));
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.write(next, clip.wav());
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return clip;
  }

  private static Optional<Path> file(@Nullable Path folder, String name) {
    return Optional.ofNullable(folder)
        .map(it -> it.resolve(name + ".wav"))
        .filter(Files::isRegularFile);
  }

  private static Properties texts() {
    var texts = new Properties();
    try (InputStream in = Clips.class.getResourceAsStream("clips.properties")) {
      texts.load(
          new InputStreamReader(java.util.Objects.requireNonNull(in), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return texts;
  }
}
