package io.tidehall.hall.routing;

import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.Line;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.plan.WindowPlan;
import io.tidehall.hall.ticket.Lane;
import io.tidehall.hall.ticket.PriorityClass;
import io.tidehall.hall.ticket.Rank;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.window.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/** The running hall as policies see it, at one moment. Made for one decision. */
public final class HallFloor implements Floor {
  private final HallPlan plan;
  private final TreePMap<WindowId, Window> windows;
  private final Queues queues;
  private final TreePMap<WindowId, WindowDay> days;
  private final Instant at;
  private final List<String> fields = new ArrayList<>();
  private final Map<String, Integer> fieldNumbers = new TreeMap<>();
  private final Map<LineId, Integer> fieldOfLine = new TreeMap<>();
  private double @Nullable [] work;
  private int @Nullable [] waiting;
  private int @Nullable [] dedicated;
  private @Nullable List<Manned> open;

  public HallFloor(
      HallPlan plan,
      TreePMap<WindowId, Window> windows,
      Queues queues,
      TreePMap<WindowId, WindowDay> days,
      Instant at) {
    this.plan = plan;
    this.windows = windows;
    this.queues = queues;
    this.days = days;
    this.at = at;
    for (Line line : plan.lines()) {
      Integer known = fieldNumbers.get(line.field());
      if (known == null) {
        known = fields.size();
        fieldNumbers.put(line.field(), known);
        fields.add(line.field());
      }
      fieldOfLine.put(line.id(), known);
    }
  }

  @Override
  public long now() {
    return nanos(at);
  }

  @Override
  public int fields() {
    return fields.size();
  }

  /** The name of a field. */
  public String field(int number) {
    return fields.get(number);
  }

  @Override
  public List<? extends Floor.Queue> queues(Floor.Stand window) {
    return ((Manned) window).queues();
  }

  @Override
  public List<Manned> windows() {
    if (open == null) {
      open = new ArrayList<>();
      for (Window window : windows.values()) {
        if (window.plan().inService() && works(window)) {
          open.add(stand((Window.Open) window));
        }
      }
    }
    return open;
  }

  /** An open window as policies see it. */
  public Manned stand(Window.Open window) {
    return new Manned(window);
  }

  @Override
  public int waiting(int field) {
    if (waiting == null) {
      waiting = new int[fields.size()];
      for (Line line : plan.lines()) {
        waiting[number(line)] += queues.waiting(Lane.of(line.id()));
      }
    }
    return waiting[field];
  }

  @Override
  public double work(int field) {
    if (work == null) {
      work = new double[fields.size()];
      for (Line line : plan.lines()) {
        work[number(line)] +=
            queues.waiting(Lane.of(line.id())) * (line.usualService().toMillis() / 60e3);
      }
    }
    return work[field];
  }

  @Override
  public int dedicated(int field) {
    if (dedicated == null) {
      dedicated = new int[fields.size()];
      for (Window window : windows.values()) {
        if (window.plan().kind().specialised() && window.plan().inService() && works(window)) {
          count(window.plan(), dedicated);
        }
      }
    }
    return dedicated[field];
  }

  /** Counts a window in each of its own fields. */
  private void count(WindowPlan window, int[] to) {
    var own = new boolean[to.length];
    for (LineId line : window.lines()) {
      Integer field = fieldOfLine.get(line);
      if (field != null && (window.home() == null || fields.get(field).equals(window.home()))) {
        own[field] = true;
      }
    }
    for (String second : window.second()) {
      Integer field = fieldNumbers.get(second);
      if (field != null) {
        own[field] = true;
      }
    }
    for (int i = 0; i < own.length; i++) {
      to[i] += own[i] ? 1 : 0;
    }
  }

  private static boolean works(Window window) {
    return window instanceof Window.Free || window instanceof Window.Busy;
  }

  private int number(Line line) {
    Integer number = fieldOfLine.get(line.id());
    return number == null ? NO_FIELD : number;
  }

  private static long nanos(Instant at) {
    return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000_000L), at.getNano());
  }

  /** A window of the running hall. */
  public final class Manned implements Floor.Stand {
    private final Window.Open window;
    private final boolean[] inScope = new boolean[fields.size()];
    private final boolean[] owned = new boolean[fields.size()];
    private final int breadth;
    private @Nullable List<Standing> standing;

    private Manned(Window.Open window) {
      this.window = window;
      String home = window.plan().home();
      int count = 0;
      for (Line line : plan.lines()) {
        if (Eligibility.inScope(window.plan(), line)) {
          int field = number(line);
          count += inScope[field] ? 0 : 1;
          inScope[field] = true;
          owned[field] |=
              home == null
                  || home.equals(line.field())
                  || window.plan().second().contains(line.field());
        }
      }
      breadth = count;
    }

    public Window.Open window() {
      return window;
    }

    @Override
    public WindowKind kind() {
      return window.plan().kind();
    }

    @Override
    public boolean free() {
      return window instanceof Window.Free;
    }

    @Override
    public boolean owns(int field) {
      return owned[field];
    }

    @Override
    public int breadth() {
      return breadth;
    }

    @Override
    public double use() {
      WindowDay day = days.get(window.id());
      return day == null ? 0 : day.plus(window, at).use();
    }

    @Override
    public double skill(Floor.Queue queue) {
      return ((Standing) queue).skill();
    }

    @Override
    public long since() {
      return nanos(window.since());
    }

    @Override
    public Counts counts() {
      WindowDay day = days.get(window.id());
      return day == null ? Counts.none() : day.counts();
    }

    /** What waits for this window. */
    public List<Standing> queues() {
      if (standing == null) {
        standing = new ArrayList<>();
        for (Line line : plan.lines()) {
          if (Eligibility.inScope(window.plan(), line)) {
            double speed = window.plan().speed(line.id());
            double skill = speed == 1 ? 0 : StrictMath.log(speed);
            add(standing, Lane.of(line.id()), number(line), skill);
          }
        }
        for (Lane lane : Eligibility.lanes(plan, window)) {
          if (lane.kind() != Lane.Kind.LINE) {
            add(standing, lane, NO_FIELD, 0);
          }
        }
      }
      return standing;
    }

    private void add(List<Standing> to, Lane lane, int field, double skill) {
      for (Map.Entry<PriorityClass, TreePMap<Rank, TicketId>> entry :
          HallFloor.this.queues.classes(lane).entrySet()) {
        Map.Entry<Rank, TicketId> head = first(lane, entry.getValue());
        if (head != null) {
          to.add(
              new Standing(
                  lane,
                  field,
                  entry.getKey().id(),
                  entry.getValue().size(),
                  head.getKey(),
                  nanos(head.getKey().since()),
                  head.getValue(),
                  skill));
        }
      }
    }

    /** The first that the window may serve: nearly always the first of all. */
    private Map.@Nullable Entry<Rank, TicketId> first(Lane lane, TreePMap<Rank, TicketId> all) {
      TreePMap<TicketId, List<LineId>> several = HallFloor.this.queues.several();
      if (several.isEmpty() || lane.kind() != Lane.Kind.LINE) {
        return all.firstEntry();
      }
      for (Map.Entry<Rank, TicketId> each : all.entrySet()) {
        List<LineId> also = several.get(each.getValue());
        if (also == null || Eligibility.allOf(plan, window.plan(), also)) {
          return each;
        }
      }
      return null;
    }
  }

  /**
   * The tickets of one lane and class in the running hall, as one window finds them.
   *
   * @param first the first that it may serve
   * @param skill how fast it is at their line
   */
  public record Standing(
      Lane lane,
      int field,
      String priority,
      int size,
      Rank rank,
      long since,
      TicketId first,
      double skill)
      implements Floor.Queue {
    @Override
    public long order() {
      return rank.order();
    }
  }
}
