package io.tidehall.hall.tide;

/**
 * A tidal window with its rule.
 *
 * @param window its number in the {@link TideView}
 */
public record Tide(int window, TideRule rule) {}
