package io.tidehall.hall.tide;

import java.util.Locale;

/**
 * Why a window should open or close, in words for the manager and in figures for the record.
 *
 * @param rule which kind of rule: schedule, threshold, staffing or manual
 * @param figure what was measured: minutes of work or people per open window, or windows needed
 * @param limit what it was held against
 */
public record TideReason(String rule, String zh, String en, double figure, double limit) {
  /** The reason of somebody who opens or closes by hand, in her own words. */
  public static TideReason manual(String words) {
    return new TideReason("manual", words, words, 0, 0);
  }

  /** A figure with one decimal where it is not whole, the same in every language. */
  static String figure(double value) {
    String words = String.format(Locale.ROOT, "%.1f", value);
    return words.endsWith(".0") ? words.substring(0, words.length() - 2) : words;
  }
}
