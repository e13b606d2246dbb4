package io.tidehall.server.reload;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.Decision;
import io.tidehall.hall.Hall;
import io.tidehall.hall.HallState;
import io.tidehall.hall.Request;
import io.tidehall.protocol.Text;
import io.tidehall.server.hallfile.HallFile;
import io.tidehall.server.hallfile.HallSetup;
import io.tidehall.server.hallfile.Problem;
import io.tidehall.server.view.Outlooks;
import io.tidehall.server.view.Preview;
import io.tidehall.server.view.Words;
import io.tidehall.server.writer.Answer;
import io.tidehall.server.writer.HallWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the hall file again while the hall runs: first to look at what it would change, then to
 * take it over. A file with problems, or one that the rules refuse, is turned down as a whole.
 */
public final class HallFileReload {
  private static final Logger LOG = LoggerFactory.getLogger(HallFileReload.class);

  private final @Nullable Path file;
  private final HallInUse inUse;
  private final HallWriter writer;
  private final Outlooks outlooks;
  private final InstantSource clock;
  private final Consumer<HallSetup> taken;

  /**
   * Makes it.
   *
   * @param file the hall file, or null when the hall came with the program
   * @param taken told of a setup that has come into use, for accounts and devices
   */
  public HallFileReload(
      @Nullable Path file,
      HallInUse inUse,
      HallWriter writer,
      Outlooks outlooks,
      InstantSource clock,
      Consumer<HallSetup> taken) {
    this.file = file;
    this.inUse = inUse;
    this.writer = writer;
    this.outlooks = outlooks;
    this.clock = clock;
    this.taken = taken;
  }

  /** How the file on the disk stands to the hall. */
  public enum Status {
    /** The hall came with the program: there is no file. */
    NONE,
    /** It says what is in use. */
    SAME,
    /** It says something else, and can be taken over. */
    CHANGED,
    /** It has problems. */
    WRONG,
    /** It is right, but takes away what is in use now. */
    REFUSED
  }

  /**
   * What the file on the disk would change.
   *
   * @param file its name
   * @param version stands for its content: what is taken over is what was looked at
   * @param problems by line; empty unless it is wrong
   * @param changes in words
   * @param warnings what should be looked at and is not so now
   * @param refusal why the rules refuse it, in short, or null
   * @param detail the same in full, with what to do
   * @param effect what it does to the waits; null unless it can be taken over
   */
  public record Look(
      String file,
      Status status,
      String version,
      List<Problem> problems,
      List<Text> changes,
      List<Text> warnings,
      @Nullable Text refusal,
      String detail,
      @Nullable Preview effect) {}

  /** What came of taking the file over. */
  public sealed interface Outcome {
    /** It is in use since this journal entry. */
    record Taken(long seq) implements Outcome {}

    /** It is not: this is how it stands now. */
    record NotTaken(Look look) implements Outcome {}
  }

  /** The hall file, or null. */
  public @Nullable Path file() {
    return file;
  }

  /** The hall file in use. */
  HallSetup inUse() {
    return inUse.setup();
  }

  /** Reads the file and tells what it would change; nothing is changed. */
  public Look look() {
    Path path = file;
    if (path == null) {
      return look("", Status.NONE, "", List.of());
    }
    String name = path.toString();
    return switch (HallFile.read(path)) {
      case HallFile.Wrong wrong -> look(name, Status.WRONG, "", wrong.problems());
      case HallFile.Ready(var setup) when setup.equals(inUse.setup()) ->
          look(name, Status.SAME, version(setup), List.of());
      case HallFile.Ready(var setup) -> decided(name, setup);
    };
  }

  /**
   * Takes the file over if it is still the one that was looked at and can be.
   *
   * @param version that of the look
   */
  public synchronized Outcome take(Actor actor, String version) throws InterruptedException {
    Path path = file;
    if (path == null
        || !(HallFile.read(path) instanceof HallFile.Ready(var setup))
        || setup.equals(inUse.setup())
        || !version(setup).equals(version)) {
      return new Outcome.NotTaken(look());
    }
    List<Text> changes = HallChanges.between(inUse.setup(), setup);
    inUse.next(setup);
    try {
      Answer answer =
          writer
              .submit(
                  new Request(
                      "configure:" + UUID.randomUUID(), actor, new Command.Configure(setup.plan())))
              .get();
      if (answer.decision() instanceof Decision.Refused no) {
        LOG.warn("the hall file {} was refused: {}", path, no.because());
        return new Outcome.NotTaken(look());
      }
      taken.accept(setup);
      LOG.info(
          "the hall file {} was taken over by {}: {}",
          path,
          actor.id(),
          String.join("; ", changes.stream().map(Text::en).toList()));
      return new Outcome.Taken(answer.state().seq());
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } finally {
      inUse.next(null);
    }
  }

  private Look decided(String name, HallSetup setup) {
    HallState before = writer.state();
    Instant now = Hall.at(before, clock.instant());
    var command = new Command.Configure(setup.plan());
    // Decided on a state that is nobody else's; nothing is kept.
    Hall.Step step =
        Hall.step(before, new Request("look:" + UUID.randomUUID(), Actor.system(), command), now);
    List<Text> changes = HallChanges.between(inUse.setup(), setup);
    var today = setup.plan().local(now).toLocalDate();
    List<Text> known = inUse.setup().warnings(today);
    List<Text> fresh =
        setup.warnings(today).stream().filter(warning -> !known.contains(warning)).toList();
    return switch (step.decision()) {
      case Decision.Refused no ->
          new Look(
              name,
              Status.REFUSED,
              version(setup),
              List.of(),
              changes,
              fresh,
              Words.refusal(no.refusal()),
              no.because(),
              null);
      case Decision.Accepted _ ->
          new Look(
              name,
              Status.CHANGED,
              version(setup),
              List.of(),
              changes,
              fresh,
              null,
              "",
              Preview.of(before, step.after(), command, before.plan().openAt(now), now, outlooks));
    };
  }

  private static Look look(String name, Status status, String version, List<Problem> problems) {
    return new Look(name, status, version, problems, List.of(), List.of(), null, "", null);
  }

  /** Two files that say the same have the same version, however they are written. */
  private static String version(HallSetup setup) {
    return Integer.toHexString(setup.hashCode());
  }
}
