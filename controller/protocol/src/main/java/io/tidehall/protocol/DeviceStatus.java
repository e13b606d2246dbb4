package io.tidehall.protocol;

import java.time.Instant;
import java.util.List;

/**
 * How a device is.
 *
 * @param paper the printer's paper; {@code NOT_APPLICABLE} for other devices
 * @param faults what is wrong now, in short words such as {@code cover-open}; empty when well
 */
public record DeviceStatus(Instant at, long uptimeSeconds, Paper paper, List<String> faults)
    implements Message {
  /** What is known of a printer's paper. */
  public enum Paper {
    OK,
    NEAR_END,
    OUT,
    UNKNOWN,
    NOT_APPLICABLE
  }

  public DeviceStatus {
    at = Check.present("at", at);
    paper = paper == null ? Paper.NOT_APPLICABLE : paper;
    faults = Check.list("faults", faults, 20);
    faults.forEach(fault -> Check.id("fault", fault));
  }
}
