package io.tidehall.server.writer;

import io.tidehall.hall.Hall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Tells two builds of the rules apart by their class files. */
final class ProgramHash {
  private ProgramHash() {}

  /** SHA-256 of the rules' jar, or of the folder of their classes. */
  static String ofRules() {
    CodeSource source = Hall.class.getProtectionDomain().getCodeSource();
    try {
      return of(Path.of(source.getLocation().toURI()));
    } catch (URISyntaxException | IOException e) {
      throw new UncheckedIOException(
          new IOException("expected to read the program's own file " + source.getLocation(), e));
    }
  }

  static String of(Path program) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(program)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (Path file : files) {
        digest.update(Files.readAllBytes(file));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
