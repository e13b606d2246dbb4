package io.tidehall.display;

import io.tidehall.protocol.Language;
import java.time.Instant;
import java.util.List;

/**
 * Which page and language are shown at an instant. Both follow from the hall's clock alone, so that
 * all screens of a hall turn together and a restarted one turns with them.
 */
public final class Pages {
  /** How long a page stays. */
  public static final int PAGE_SECONDS = 8;

  /** Chinese stays longer; the sum is a prime, so that every page is seen in both languages. */
  public static final int ZH_SECONDS = 13;

  public static final int EN_SECONDS = 6;

  /** How long a screen stays where it is; a standing picture would burn itself into the glass. */
  public static final int DRIFT_SECONDS = 180;

  private static final List<Drift> DRIFTS =
      List.of(
          new Drift(0, 0),
          new Drift(2, 1),
          new Drift(4, 0),
          new Drift(2, -1),
          new Drift(0, -2),
          new Drift(-2, -1),
          new Drift(-4, 0),
          new Drift(-2, 1));

  /** By how many pixels a screen stands aside. */
  public record Drift(int x, int y) {}

  private Pages() {}

  /** Where a screen stands at an instant: a slow round that nobody notices. */
  public static Drift drift(Instant now) {
    long step = Math.floorDiv(now.getEpochSecond(), DRIFT_SECONDS);
    return DRIFTS.get(Math.toIntExact(Math.floorMod(step, (long) DRIFTS.size())));
  }

  public static Language language(Instant now) {
    long second = Math.floorMod(now.getEpochSecond(), ZH_SECONDS + EN_SECONDS);
    return second < ZH_SECONDS ? Language.ZH : Language.EN;
  }

  /** How many pages hold {@code size} things when one page holds {@code most}. */
  public static int count(int size, int most) {
    return Math.max(1, Math.ceilDiv(size, most));
  }

  /** The page of that many that is shown now, from 0. */
  public static int shown(int pages, Instant now) {
    return Math.toIntExact(
        Math.floorMod(Math.floorDiv(now.getEpochSecond(), PAGE_SECONDS), (long) pages));
  }

  /** One page of a list; pages are filled evenly, so that none is nearly empty. */
  public static <T> List<T> page(List<T> all, int most, int page) {
    int pages = count(all.size(), most);
    int each = Math.ceilDiv(Math.max(1, all.size()), pages);
    int from = Math.min(page * each, all.size());
    return all.subList(from, Math.min(from + each, all.size()));
  }
}
