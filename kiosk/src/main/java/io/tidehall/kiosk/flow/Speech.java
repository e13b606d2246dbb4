package io.tidehall.kiosk.flow;

import io.tidehall.device.Tongue;
import io.tidehall.protocol.Language;
import java.util.ArrayList;
import java.util.List;

/**
 * The languages of a kiosk.
 *
 * @param all in the order in which they are offered; each visitor begins with the first
 * @param now the one that is spoken
 */
public record Speech(List<Tongue> all, Tongue now) {
  public Speech {
    all = List.copyOf(all);
  }

  /** The hall's two languages, then further ones. */
  static Speech of(Language home, List<Tongue> further) {
    var all = new ArrayList<>(List.of(Tongue.of(home), Tongue.of(home.other())));
    all.addAll(further);
    return new Speech(all, all.getFirst());
  }

  /** As each visitor finds it. */
  Speech first() {
    return new Speech(all, all.getFirst());
  }

  /** The language that the button offers. */
  public Tongue next() {
    return all.get((all.indexOf(now) + 1) % all.size());
  }

  Speech turned() {
    return new Speech(all, next());
  }

  boolean asFound() {
    return now.equals(all.getFirst());
  }
}
