package io.tidehall.server.hallfile;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads hall files. A wrong file is an ordinary answer with all its problems, those of form and
 * those of sense together, never just the first.
 */
public final class HallFile {
  private static final int MOST_BYTES = 1_000_000;

  private HallFile() {}

  /** What came of reading a hall file. */
  public sealed interface Reading {}

  /** The file is right. */
  public record Ready(HallSetup setup) implements Reading {}

  /** The file is wrong; the problems are sorted by line and not empty. */
  public record Wrong(List<Problem> problems) implements Reading {
    public Wrong {
      problems = problems.stream().distinct().sorted(Problem.BY_LINE).toList();
    }

    /** The problems as text, one a line. */
    public String text() {
      return Problem.text(problems);
    }
  }

  /** Reads a file; one that is not there or not readable is wrong too. */
  public static Reading read(Path file) {
    String name = file.toString();
    try {
      if (Files.size(file) > MOST_BYTES) {
        return wrong(
            name, "a hall file of at most 1 MB", "it has " + Files.size(file) + " bytes", "");
      }
      return read(name, Files.readString(file));
    } catch (NoSuchFileException _) {
      return wrong(name, "a hall file", "there is no such file", "Check the path");
    } catch (CharacterCodingException _) {
      return wrong(name, "text in UTF-8", "it has bytes that are not", "Save the file as UTF-8");
    } catch (IOException broken) {
      return wrong(
          name, "a file that can be read", "it cannot: " + broken, "Check its permissions");
    }
  }

  /**
   * Reads text.
   *
   * @param name the file's name, for the problems
   */
  public static Reading read(String name, String text) {
    YamlTree tree = YamlTree.parse(name, text.startsWith("\uFEFF") ? text.substring(1) : text);
    List<Problem> problems = new ArrayList<>(tree.problems());
    if (!tree.root().isMissingNode()) {
      problems.addAll(HallSchema.check(tree));
      problems.addAll(sense(Part.root(tree)));
    }
    return problems.isEmpty() ? new Ready(Layout.of(Part.root(tree))) : new Wrong(problems);
  }

  private static List<Problem> sense(Part root) {
    List<Problem> problems = new ArrayList<>();
    new LineChecks(root, Offer.of(root), problems).run();
    new WindowChecks(root, problems).run();
    new PeopleChecks(root, problems).run();
    new TimeChecks(root, problems).run();
    new ChoiceChecks(root, problems).run();
    new RoutingChecks(root, problems).run();
    return problems;
  }

  private static Wrong wrong(String name, String expected, String came, String hint) {
    return new Wrong(List.of(new Problem(name, 1, "", expected, came, hint)));
  }
}
