package io.tidehall.printer.agent;

import io.tidehall.printer.slip.Template;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hall's own template of slips, read again whenever its file has changed. One that is no
 * template changes nothing: the last good one goes on, also over a restart. For one thread.
 */
final class TemplateFile {
  private static final Logger log = LoggerFactory.getLogger(TemplateFile.class);

  private record Seen(long modified, long size) {}

  private final @Nullable Path file;
  private final Path good;
  private Template template = Template.shipped();
  private @Nullable Seen seen;
  private boolean refused;

  /**
   * Begins with the file, or else with the last good one, or else with the shipped template.
   *
   * @param file the hall's own template, or null for the shipped one; written if it is not there
   * @param folder where the last good one is kept
   */
  TemplateFile(@Nullable Path file, Path folder) {
    this.file = file;
    this.good = folder.resolve("template.good.properties");
    if (file == null) {
      return;
    }
    try {
      if (!Files.exists(file)) {
        Files.writeString(file, Template.shippedText(), StandardCharsets.UTF_8);
      }
      if (Files.exists(good)) {
        template = Template.read(good.toString(), Files.readString(good, StandardCharsets.UTF_8));
      }
    } catch (IOException | IllegalArgumentException e) {
      log.warn("the template begins as shipped: {}", e.getMessage());
    }
  }

  /** The template as it is now. */
  Template now() {
    if (file != null) {
      look(file);
    }
    return template;
  }

  /** Whether the file is no template, so that an older one is in use. */
  boolean refused() {
    return refused;
  }

  private void look(Path changed) {
    try {
      var attributes = Files.readAttributes(changed, BasicFileAttributes.class);
      var now = new Seen(attributes.lastModifiedTime().toMillis(), attributes.size());
      if (now.equals(seen)) {
        return;
      }
      seen = now;
      String text = Files.readString(changed, StandardCharsets.UTF_8);
      template = Template.read(changed.toString(), text);
      refused = false;
      log.info("slips are printed by the template {}", changed);
      Files.writeString(good, text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      refused = true;
      log.error("the template is refused, the last good one stays: {}", e.getMessage());
    } catch (IOException e) {
      if (!refused) {
        refused = true;
        log.error("{}: expected a template, but it cannot be read: {}", changed, e.getMessage());
      }
    }
  }
}
