package io.tidehall.server.hallfile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Tables with a heading line, quotes where needed: those packed into this package, and the cells of
 * any.
 */
public final class Csv {
  private Csv() {}

  static String text(String resource) {
    try (InputStream in = Csv.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("expected the packed file " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The rows under the heading, each with as many cells as the heading has. */
  static List<List<String>> rows(String resource) {
    List<List<String>> rows =
        text(resource).lines().filter(line -> !line.isBlank()).map(Csv::cells).toList();
    int width = rows.getFirst().size();
    for (List<String> row : rows) {
      if (row.size() != width) {
        throw new IllegalStateException(
            "expected %d cells in each row of %s, but got %s".formatted(width, resource, row));
      }
    }
    return rows.subList(1, rows.size());
  }

  /** The cells of a line; quotes hold commas. */
  public static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return List.copyOf(cells);
  }
}
