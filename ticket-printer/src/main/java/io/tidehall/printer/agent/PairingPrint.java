package io.tidehall.printer.agent;

import io.tidehall.link.DeviceLife;
import io.tidehall.link.PairingClient;
import io.tidehall.printer.escpos.EscPosEncoder;
import io.tidehall.printer.escpos.PrinterProfile;
import io.tidehall.printer.slip.PairingSlip;
import io.tidehall.printer.transport.Transport;
import java.net.URI;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a printer without a place tells its code: in the log always, on paper the first only, since
 * a code that is renewed all night would empty the roll.
 */
public final class PairingPrint implements DeviceLife.Face {
  private static final Logger log = LoggerFactory.getLogger(PairingPrint.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Printer printer;
  private final PrinterProfile profile;
  private final URI controller;
  private boolean printed;

  public PairingPrint(Transport transport, PrinterProfile profile, URI controller) {
    this.printer = new Printer(transport, profile, PATIENCE);
    this.profile = profile;
    this.controller = controller;
  }

  @Override
  public void show(PairingClient.Progress progress) {
    log.info("ticket-printer: {}", PairingClient.words(progress, controller));
    if (progress instanceof PairingClient.Waiting(String code) && !printed) {
      var status = printer.status(_ -> {});
      if (status.ready()) {
        String where = controller.resolve("/devices").toString();
        var slip = PairingSlip.lay(code, where, profile.paper());
        var _ = printer.print(EscPosEncoder.encode(slip, profile), false, _ -> {});
        printed = true;
      }
    }
  }

  @Override
  public void close() {
    printer.close();
  }
}
