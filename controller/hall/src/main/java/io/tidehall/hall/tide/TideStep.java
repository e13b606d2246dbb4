package io.tidehall.hall.tide;

import java.util.List;

/**
 * One minute's answer of the rules.
 *
 * @param memories by tidal window, in the order asked; the same objects where nothing has changed
 * @param wishes in the order to follow them, mostly none
 */
public record TideStep(List<TideMemory> memories, List<TideWish> wishes) {
  public TideStep {
    memories = List.copyOf(memories);
    wishes = List.copyOf(wishes);
  }
}
