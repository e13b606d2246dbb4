package io.tidehall.launcher.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The windows where the demo's own clerks stand, kept over restarts: the hall remembers who is
 * signed in, and a clerk who is not in this book is a person. It also knows where each clerk stood
 * last, so that the next demo of the day puts everybody back.
 */
final class PostBook {
  private static final Logger LOG = LoggerFactory.getLogger(PostBook.class);

  private static final String USUAL = "usual.";

  private final Path file;
  private final Properties posts = new Properties();

  PostBook(Path file) {
    this.file = file;
    if (Files.exists(file)) {
      try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        posts.load(in);
      } catch (IOException | IllegalArgumentException e) {
        LOG.warn("{} cannot be read; clerks who stand somewhere are left alone", file, e);
      }
    }
  }

  /** Badges by window where somebody stands. */
  synchronized Map<String, String> all() {
    return posts.stringPropertyNames().stream()
        .filter(it -> !it.startsWith(USUAL))
        .collect(Collectors.toMap(it -> it, posts::getProperty));
  }

  /** Badges by window where somebody stood last, whether or not they still do. */
  synchronized Map<String, String> usual() {
    return posts.stringPropertyNames().stream()
        .filter(it -> it.startsWith(USUAL))
        .collect(Collectors.toMap(it -> it.substring(USUAL.length()), posts::getProperty));
  }

  synchronized void took(String window, String badge) {
    posts.setProperty(window, badge);
    posts.setProperty(USUAL + window, badge);
    save();
  }

  synchronized void left(String window) {
    if (posts.remove(window) != null) {
      save();
    }
  }

  private void save() {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
        posts.store(out, "Windows where the demo's clerks stand");
      }
    } catch (IOException e) {
      LOG.warn("{} cannot be written; the next demo leaves these windows alone", file, e);
    }
  }
}
