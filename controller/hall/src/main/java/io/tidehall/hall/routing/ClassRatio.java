package io.tidehall.hall.routing;

/**
 * So many of one class to so many of the other, counted for each window: in a round the green
 * channel has its calls first, then bookings, then the others. Where nobody of the class waits the
 * next class is served instead; when no class that waits has calls left, a new round begins.
 *
 * @param share calls of each class in a round
 */
public record ClassRatio(ClassOrder share) implements RoutingPolicy {
  public static final String NAME = "class-ratio";
  private static final ClassOrder PLACES = new ClassOrder(0, 1, 2);

  static ClassRatio of(int green, int booked, int normal) {
    return new ClassRatio(new ClassOrder(green, booked, normal));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Preference preference(Floor floor, Floor.Stand window) {
    return new InTurn(floor, share, window.counts());
  }

  @Override
  public Counts counted(Counts counts, String priority) {
    Counts next =
        counts.of(priority) >= share.of(priority)
            ? Counts.none().plus(priority)
            : counts.plus(priority);
    boolean over =
        next.of("green") >= share.green()
            && next.of("booked") >= share.booked()
            && next.of("normal") >= share.normal();
    return over ? Counts.none() : next;
  }

  private record InTurn(Floor floor, ClassOrder share, Counts counts) implements Preference {
    @Override
    public int tier(Floor.Queue queue) {
      String priority = queue.priority();
      int place = PLACES.of(priority);
      return counts.of(priority) < share.of(priority) ? place : place + 3;
    }

    @Override
    public double score(Floor.Queue queue) {
      return Router.age(floor, queue);
    }

    @Override
    public Reason because(Floor.Queue chosen) {
      String priority = chosen.priority();
      boolean renewed = counts.of(priority) >= share.of(priority);
      int nth = renewed ? 1 : counts.of(priority) + 1;
      long minutes = Router.whole(score(chosen));
      String zh = ClassOrder.zh(priority);
      String en = ClassOrder.en(priority);
      return new Reason(
          NAME,
          renewed ? "new-round" : "in-turn",
          (renewed ? "新一轮" : "本轮")
              + zh
              + "第 "
              + nth
              + " 个（每轮 "
              + share.of(priority)
              + " 个），其中等候最久（计 "
              + minutes
              + " 分钟）",
          en
              + " no. "
              + nth
              + " of "
              + share.of(priority)
              + (renewed ? " in a new round" : " in this round")
              + ": the longest effective wait of it ("
              + minutes
              + " min)");
    }
  }
}
