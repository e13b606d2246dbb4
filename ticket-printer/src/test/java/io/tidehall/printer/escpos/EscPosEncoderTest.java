package io.tidehall.printer.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.printer.glyph.CjkFont;
import io.tidehall.printer.slip.Dots;
import io.tidehall.printer.slip.PrintOp;
import io.tidehall.printer.slip.PrintOp.Align;
import io.tidehall.printer.slip.PrintOp.Run;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes as printers expect them. */
class EscPosEncoderTest {
  private static final String START = "1B40 1C26 1B3322";

  @Test
  void aCallIsWrittenInTwoByteChinese() {
    assertBytes(
        "80mm",
        START + "C7EB 413030 31 BAC5B5BD 33 BAC5B4B0BFDAB0ECC0ED 0A",
        line("请A001号到3号窗口办理", 1, 1, false, Align.LEFT));
  }

  @Test
  void doubleSizeIsSetForAsciiAndForChinese() {
    assertBytes(
        "80mm",
        START + "1B6101 1B2130 1C210C 41 CEF7 0A  1B6100 1B2100 1C2100 42 0A",
        line("A西", 2, 2, false, Align.CENTRE),
        line("B", 1, 1, false, Align.LEFT));
  }

  @Test
  void boldIsSetTwiceBecausePrintersDiffer() {
    assertBytes(
        "80mm",
        START + "1B2108 1C2100 1B4501 41 0A  1B2100 1C2100 1B4500 42 0A",
        line("A", 1, 1, true, Align.LEFT),
        line("B", 1, 1, false, Align.LEFT));
  }

  @Test
  void theHugeNumberIsSetAndLeftByItsOwnCommand() {
    assertBytes(
        "80mm",
        START + "1D2177 1B4501 41303031 0A  1D2100 1B2100 1C2100 1B4500 42 0A",
        line("A001", 8, 8, true, Align.LEFT),
        line("B", 1, 1, false, Align.LEFT));
  }

  @Test
  void aQrCodeIsLeftToAPrinterThatCanDrawIt() {
    assertBytes(
        "80mm",
        START
            + "1B6101 1D286B04003141 3200 1D286B03003143 06 1D286B03003145 31"
            + "1D286B0500315030 6869 1D286B0300315130",
        new PrintOp.Qr("hi", 6));
  }

  @Test
  void aQrCodeIsAPictureForAPrinterThatCannot() {
    String bytes = hex("58mm-gb2312", new PrintOp.Qr("hi", 6));
    assertFalse(bytes.contains("1D286B"));
    // 21 modules of 6 dots in the middle of 384: 129 white dots, then 126, in 32 bytes a row.
    assertTrue(bytes.contains("1D763000" + "2000" + "7E00"), bytes.substring(0, 40));
  }

  @Test
  void tallPicturesGoInBands() {
    String bytes = hex("80mm", new PrintOp.Picture(new Dots(8, 200), Align.LEFT));
    assertEquals(
        compact(START)
            + "1D76300001008000"
            + "00".repeat(128)
            + "1D76300001004800"
            + "00".repeat(72),
        bytes);
  }

  @Test
  void withoutACutterTheSlipIsFedToTheTearBar() {
    assertBytes("80mm", START + "1D564200", new PrintOp.Cut());
    assertBytes("58mm", START + "1B4A78", new PrintOp.Cut());
  }

  @ParameterizedTest
  @CsvSource({
    "80mm,        1B401C261B3322D7D4D6FACAD2,           自助室",
    "80mm-gbk,    1B401C261B3322E846,                   鐵",
    "80mm-gb2312, 1B401C261B3322D7D4D6FACAD2,           自助室",
    "80mm-utf8,   1B401C28430200300 21B3322E887AAE58AA9E5AEA4, 自助室"
  })
  void everyCharsetHasItsBytes(String profile, String expected, String text) {
    assertEquals(
        expected.replace(" ", "") + "0A", hex(profile, line(text, 1, 1, false, Align.LEFT)));
  }

  @ParameterizedTest
  @CsvSource({
    "GB18030, 㛃, false",
    "GB18030, 𠮷, false",
    "GB18030, 䶮, false",
    "GB18030, 鐵, true",
    "GBK,     㛃, false",
    "GBK,     䶮, false",
    "GBK,     鐵, true",
    "GB2312,  鐵, false",
    "GB2312,  铁, true",
    "UTF_8,   㛃, true",
    "UTF_8,   䶮, true",
    "UTF_8,   𠮷, false"
  })
  void theEncodingKnowsWhatThePrintersFontLacks(
      TextEncoding encoding, String character, boolean has) {
    assertEquals(has, encoding.has(character));
  }

  @ParameterizedTest
  @ValueSource(strings = {"80mm", "58mm-gbk", "80mm-gb2312"})
  void aLineWithARareCharacterIsAPictureOfTheWholeLine(String profile) {
    String bytes = hex(profile, line("张㛃街道", 1, 1, false, Align.LEFT));
    int rowBytes = PrinterProfile.named(profile).paper().dots() / 8;
    assertTrue(bytes.contains("1D763000%02X001800".formatted(rowBytes)), bytes.substring(0, 40));
    assertFalse(bytes.contains("BDD6"), "no character of the line goes as text");
    assertTrue(bytes.matches(".*[1-9A-F]{2}.*"), "the picture has ink");
  }

  @Test
  void withoutAFontOnThisMachineARareCharacterBecomesABox() {
    byte[] bytes =
        EscPosEncoder.encode(
            List.of(line("张㛃A", 1, 1, false, Align.LEFT)),
            PrinterProfile.named("80mm"),
            (_, _) -> {
              throw new CjkFont.NoFontException("no font");
            });
    assertEquals(
        compact(START + "D5C5 A1F5 41 0A"), HexFormat.of().withUpperCase().formatHex(bytes));
  }

  @Test
  void aLineWiderThanThePaperIsRefused() {
    var problem =
        assertThrows(
            IllegalArgumentException.class,
            () -> hex("58mm", line("一二三四五六七八九十一二三四五六七", 1, 1, false, Align.LEFT)));
    assertTrue(String.valueOf(problem.getMessage()).contains("at most 32 cells"));
  }

  @Test
  void nothingInATextCanBecomeACommand() {
    assertBytes("80mm", START + "41 64 42 0A", line("A\u001bd\u001dB", 1, 1, false, Align.LEFT));
  }

  private static PrintOp line(String text, int wide, int high, boolean bold, Align align) {
    return new PrintOp.Line(List.of(new Run(text, wide, high, bold)), align);
  }

  private static void assertBytes(String profile, String expected, PrintOp... ops) {
    assertEquals(compact(expected), hex(profile, ops));
  }

  private static String compact(String hex) {
    return hex.replace(" ", "");
  }

  private static String hex(String profile, PrintOp... ops) {
    return HexFormat.of()
        .withUpperCase()
        .formatHex(EscPosEncoder.encode(List.of(ops), PrinterProfile.named(profile)));
  }
}
