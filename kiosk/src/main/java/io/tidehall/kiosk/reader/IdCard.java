package io.tidehall.kiosk.reader;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at of a card; name, address and photo are not. As text it tells its kind alone, so
 * that no log can hold the number.
 *
 * @param number 18 characters, or 15 on foreigners' cards of the 2017 layout
 * @param until the last day of validity; null for 长期
 */
public record IdCard(Kind kind, String number, LocalDate birth, @Nullable LocalDate until) {
  private static final int ISO_MODULUS = 11;

  /** The layouts, by the type mark in the card. */
  public enum Kind {
    /** 居民身份证: no mark. */
    RESIDENT,
    /** 外国人永久居留身份证, 2017 layout: mark I. */
    FOREIGNER,
    /** 港澳台居民居住证: mark J. */
    COMPATRIOT
  }

  /** Whether whoever holds the card is so many years old on a day. */
  public boolean aged(int years, LocalDate day) {
    return Period.between(birth, day).getYears() >= years;
  }

  /** Whether the last character of an 18-character number is right (ISO 7064 MOD 11-2). */
  public static boolean genuine(String number) {
    if (!number.matches("[0-9]{17}[0-9X]")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      sum = (2 * sum + (c == 'X' ? 10 : c - '0')) % ISO_MODULUS;
    }
    return sum == 1;
  }

  @Override
  public String toString() {
    return "IdCard[" + kind + "]";
  }
}
