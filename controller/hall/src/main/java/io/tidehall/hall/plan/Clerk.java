package io.tidehall.hall.plan;

import java.util.List;

/**
 * A clerk of the hall.
 *
 * @param standsInFor the clerks whose work this one may do (AB岗)
 */
public record Clerk(ClerkId id, String name, List<ClerkId> standsInFor) {
  public Clerk {
    standsInFor = List.copyOf(standsInFor);
  }
}
