package io.tidehall.simulator.compare;

import io.tidehall.hall.routing.RoutingPolicy;
import io.tidehall.simulator.floor.Layout;
import io.tidehall.simulator.run.TidalControl;

/** One way to run a hall: its layout, its policy and who opens its tidal windows. */
public record Variant(String name, Layout layout, RoutingPolicy policy, TidalControl tides) {}
