package io.tidehall.printer.slip;

import java.util.List;

/** The code of a printer that waits to be paired, on paper: it has no screen to show it on. */
public final class PairingSlip {
  private PairingSlip() {}

  /**
   * Lays the slip out.
   *
   * @param where the page on which the code is accepted
   */
  public static List<PrintOp> lay(String code, String where, PaperWidth paper) {
    return new Sheet(paper)
        .title("等待配对")
        .centred("Waiting to be paired", false)
        .section()
        .huge(code)
        .section()
        .centred("请管理员在“设备”页接受这个配对码，十分钟内有效。", false)
        .centred("A manager accepts this code on the page Devices within ten minutes.", false)
        .gap(8)
        .centred(where, false)
        .cut();
  }
}
