package io.tidehall.hall.routing;

/** By effective age alone. */
record OldestFirst(String policy, Floor floor) implements RoutingPolicy.Preference {
  @Override
  public int tier(Floor.Queue queue) {
    return 0;
  }

  @Override
  public double score(Floor.Queue queue) {
    return Router.age(floor, queue);
  }

  @Override
  public Reason because(Floor.Queue chosen) {
    long minutes = Router.whole(score(chosen));
    return chosen.field() == Floor.NO_FIELD
        ? Reason.sentHere(policy)
        : new Reason(
            policy,
            "oldest",
            "可办业务中等候最久（计 " + minutes + " 分钟）",
            "the longest effective wait this window may serve (" + minutes + " min)");
  }
}
