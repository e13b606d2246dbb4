package io.tidehall.protocol;

import org.jspecify.annotations.Nullable;

/**
 * What the hall tells a device about itself; retained, so that a device that restarts is right at
 * once.
 *
 * @param window the window it stands at, or null
 * @param printer how the printer beside a kiosk is, or null when it has none
 */
public record DeviceSetup(DeviceRole role, @Nullable String window, @Nullable Printer printer)
    implements Message {
  public DeviceSetup {
    role = Check.present("role", role);
    window = Check.optionalId("window", window);
  }

  /** How a kiosk's printer is, so that the kiosk says so before a ticket is taken. */
  public record Printer(boolean online, DeviceStatus.Paper paper, boolean ready) {
    public Printer {
      paper = paper == null ? DeviceStatus.Paper.UNKNOWN : paper;
    }
  }
}
