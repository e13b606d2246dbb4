package io.tidehall.printer.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidehall.printer.Slips;
import io.tidehall.printer.escpos.PaperLength;
import io.tidehall.printer.escpos.PrinterProfile;
import io.tidehall.printer.slip.SlipLayout;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.Slip;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The length that is reckoned for a slip is that of the paper which comes out. */
class PaperLengthTest {
  @ParameterizedTest
  @ValueSource(strings = {"58mm", "80mm"})
  void aSlipIsAsLongAsReckoned(String name) throws IOException {
    PrinterProfile profile = PrinterProfile.named(name);
    for (Slip slip :
        List.of(
            Slips.ordinary(Language.ZH),
            Slips.list(Language.ZH, true),
            Slips.testPage(Language.EN))) {
      int paper = Paper.print(slip, profile).picture().getHeight() / 8;
      int reckoned = PaperLength.millimetres(SlipLayout.lay(slip, profile.paper()));
      assertEquals(paper, reckoned, 20, name + " " + slip.purpose());
    }
  }
}
