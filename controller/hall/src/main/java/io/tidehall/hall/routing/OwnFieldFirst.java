package io.tidehall.hall.routing;

/** The oldest of the window's own fields, then the oldest of the others. */
record OwnFieldFirst(String policy, Floor floor, Floor.Stand window)
    implements RoutingPolicy.Preference {
  /** Who was sent to this window or clerk counts as its own. */
  static boolean own(Floor.Queue queue, Floor.Stand window) {
    return queue.field() == Floor.NO_FIELD || window.owns(queue.field());
  }

  @Override
  public int tier(Floor.Queue queue) {
    return own(queue, window) ? 0 : 1;
  }

  @Override
  public double score(Floor.Queue queue) {
    return Router.age(floor, queue);
  }

  @Override
  public Reason because(Floor.Queue chosen) {
    if (chosen.field() == Floor.NO_FIELD) {
      return Reason.sentHere(policy);
    }
    long minutes = Router.whole(score(chosen));
    return tier(chosen) == 0
        ? new Reason(
            policy,
            "own-field",
            "本窗口领域中等候最久（计 " + minutes + " 分钟）",
            "the longest effective wait of this window's own fields (" + minutes + " min)")
        : new Reason(
            policy,
            "other-field",
            "本领域无人等候，其他可办业务中等候最久（计 " + minutes + " 分钟）",
            "nobody waits in its own fields: the longest effective wait of the others ("
                + minutes
                + " min)");
  }
}
