package io.tidehall.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A program in a virtual machine of its own, with the flags of {@code scripts/run}. */
final class Child implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;

  private Child(Process process) {
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * Starts one.
   *
   * @param aot cache for a quick start, or null
   */
  static Child start(@Nullable Path aot, Path log, Class<?> program, String... args)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    String options = System.getProperty("tidehall.options");
    if (options != null) {
      command.add("@" + options);
    }
    if (aot != null && Files.exists(aot)) {
      command.addAll(List.of("-XX:AOTCache=" + aot, "-Xlog:disable"));
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(List.of(args));
    return new Child(
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start());
  }

  /** The next line that begins with a word, without the word. */
  String said(String word) throws IOException {
    String line = out.readLine();
    while (line != null && !line.startsWith(word)) {
      line = out.readLine();
    }
    if (line == null) {
      throw new IOException("expected the child to say '" + word + "', but it has ended");
    }
    return line.substring(word.length()).strip();
  }

  /** Resident memory in megabytes; -1 where the system does not tell. */
  double residentMegabytes() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.exists(status)) {
      return -1;
    }
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0;
      }
    }
    return -1;
  }

  /** Ends it in order. */
  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    out.close();
  }
}
