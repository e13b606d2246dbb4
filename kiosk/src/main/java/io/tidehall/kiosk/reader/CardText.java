package io.tidehall.kiosk.reader;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The 256 bytes of text in a card: UTF-16LE at fixed places, padded with spaces. Only number,
 * birth, validity and type mark are taken out; nothing of the text stands in a problem's message.
 */
final class CardText {
  /** How much text a card holds, in bytes. */
  static final int BYTES = 256;

  private static final int MARK = 248;
  private static final int NUMBER = 122;
  private static final int UNTIL = 204;
  private static final int DATE_BYTES = 16;
  private static final String LONG_TERM = "长期";
  private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;

  private CardText() {}

  /** The card was read without a fault, but what stands in it makes no sense. */
  static final class SenselessCardException extends Exception {
    private static final long serialVersionUID = 1;

    SenselessCardException(String message) {
      super(message);
    }
  }

  static IdCard parse(byte[] text) throws SenselessCardException {
    if (text.length != BYTES) {
      throw new SenselessCardException(
          "expected %d bytes of text, but %d came".formatted(BYTES, text.length));
    }
    String mark = at(text, MARK, 2);
    return switch (mark) {
      case "" -> card(IdCard.Kind.RESIDENT, text, 36, 36);
      case "J" -> card(IdCard.Kind.COMPATRIOT, text, 36, 36);
      case "I" -> card(IdCard.Kind.FOREIGNER, text, 30, 220);
      default ->
          throw new SenselessCardException(
              "expected a card without a type mark or with I or J, but it has another");
    };
  }

  private static IdCard card(IdCard.Kind kind, byte[] text, int numberBytes, int birthAt)
      throws SenselessCardException {
    String number = at(text, NUMBER, numberBytes);
    boolean letters = kind == IdCard.Kind.FOREIGNER;
    if (!(letters ? number.matches("[A-Z]{3}[0-9]{12}") : IdCard.genuine(number))) {
      throw new SenselessCardException(
          "expected %s, but it is not"
              .formatted(
                  letters
                      ? "three letters and twelve digits as a number"
                      : "a number with a right check character"));
    }
    String birth = letters ? at(text, birthAt, DATE_BYTES) : number.substring(6, 14);
    return new IdCard(kind, number, date("birth", birth), until(at(text, UNTIL, DATE_BYTES)));
  }

  private static @Nullable LocalDate until(String text) throws SenselessCardException {
    return text.equals(LONG_TERM) ? null : date("end of validity", text);
  }

  private static LocalDate date(String what, String text) throws SenselessCardException {
    try {
      return LocalDate.parse(text, DATE);
    } catch (DateTimeException _) {
      throw new SenselessCardException(
          "expected the %s as yyyyMMdd, but it is not a day".formatted(what));
    }
  }

  private static String at(byte[] text, int from, int bytes) {
    return new String(Arrays.copyOfRange(text, from, from + bytes), StandardCharsets.UTF_16LE)
        .replace('\0', ' ')
        .strip();
  }
}
