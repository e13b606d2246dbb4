package io.tidehall.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a device is.
 *
 * @param paper the printer's paper; {@code NOT_APPLICABLE} for other devices
 * @param faults what is wrong now, in short words such as {@code cover-open}; empty when well
 * @param temperature of the device's machine in degrees Celsius; null where there is no sensor
 * @param jobsInDoubt jobs of a printer since its start that may or may not be on paper; null for
 *     other devices
 * @param roll what a printer has printed since its roll was put in; null when that is not known
 */
public record DeviceStatus(
    Instant at,
    long uptimeSeconds,
    Paper paper,
    List<String> faults,
    @Nullable Integer temperature,
    @Nullable Integer jobsInDoubt,
    @Nullable Roll roll)
    implements Message {
  /** How often a device tells its status when nothing has changed: its heartbeat. */
  public static final Duration HEARTBEAT = Duration.ofSeconds(20);

  /** A device without a sensor that prints nothing. */
  public DeviceStatus(Instant at, long uptimeSeconds, Paper paper, List<String> faults) {
    this(at, uptimeSeconds, paper, faults, null, null, null);
  }

  /** What is known of a printer's paper. */
  public enum Paper {
    OK,
    NEAR_END,
    OUT,
    UNKNOWN,
    NOT_APPLICABLE
  }

  /**
   * What was printed of a paper roll.
   *
   * @param length of a full roll in millimetres; 0 when it is not known
   */
  public record Roll(int slips, int millimetres, int length) {
    public Roll {
      slips = Check.within("slips", slips, 0, Integer.MAX_VALUE);
      millimetres = Check.within("millimetres", millimetres, 0, Integer.MAX_VALUE);
      length = Check.within("length", length, 0, 10_000_000);
    }
  }

  public DeviceStatus {
    at = Check.present("at", at);
    paper = paper == null ? Paper.NOT_APPLICABLE : paper;
    faults = Check.list("faults", faults, 20);
    faults.forEach(fault -> Check.id("fault", fault));
    temperature = temperature == null ? null : Check.within("temperature", temperature, -60, 200);
    jobsInDoubt =
        jobsInDoubt == null ? null : Check.within("jobsInDoubt", jobsInDoubt, 0, 1_000_000);
  }

  /** Everything that staff should see to: the faults, and paper that is out or nearly. */
  public List<String> troubles() {
    String roll =
        switch (paper) {
          case OUT -> "paper-out";
          case NEAR_END -> "paper-near-end";
          case OK, UNKNOWN, NOT_APPLICABLE -> "";
        };
    return roll.isEmpty() ? faults : Stream.concat(Stream.of(roll), faults.stream()).toList();
  }

  /** Whether something has changed that others must hear of at once: more than the time. */
  public boolean differsFrom(@Nullable DeviceStatus before) {
    return before == null || paper != before.paper || !faults.equals(before.faults);
  }
}
