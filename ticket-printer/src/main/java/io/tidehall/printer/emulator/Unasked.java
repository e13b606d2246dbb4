package io.tidehall.printer.emulator;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Tells every connection what changed, once {@code GS a} has asked for it. Guarded by the lock of
 * the room.
 */
final class Unasked {
  private static final int OFFLINE = 0x02;
  private static final int ERROR = 0x04;
  private static final int PAPER = 0x08;

  private final Set<OutputStream> connections = new LinkedHashSet<>();
  private int wanted;
  private byte[] told = new byte[4];

  void connected(OutputStream connection) {
    connections.add(connection);
  }

  void gone(OutputStream connection) {
    connections.remove(connection);
  }

  /** {@code GS a n}: says how it is at once, unless nothing is wanted any more. */
  void want(int n, Set<Fault> faults) {
    if (!faults.contains(Fault.NO_ASB)) {
      wanted = n;
      if (wanted != 0 && !faults.contains(Fault.SILENT)) {
        tell(EmulatedStatus.unasked(faults));
      }
    }
  }

  void reset() {
    wanted = 0;
  }

  void changed(Set<Fault> faults) {
    byte[] now = EmulatedStatus.unasked(faults);
    boolean news =
        wants(OFFLINE, now[0], told[0])
            || wants(ERROR, now[1], told[1])
            || wants(PAPER, now[2], told[2]);
    if (news && !faults.contains(Fault.SILENT) && !faults.contains(Fault.NO_ASB)) {
      tell(now);
    }
  }

  private boolean wants(int which, byte now, byte before) {
    return (wanted & which) != 0 && now != before;
  }

  private void tell(byte[] now) {
    told = now;
    for (OutputStream connection : connections) {
      try {
        connection.write(now);
        connection.flush();
      } catch (IOException _) {
        // Its reader will find that it is gone.
      }
    }
  }
}
