package io.tidehall.simulator.floor;

import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.routing.Counts;
import io.tidehall.hall.routing.Floor;
import io.tidehall.hall.routing.RoutingPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The state of a simulated hall at one moment: which windows are open and what they do, who waits
 * where, seen by the production policies through {@link Floor}. It decides nothing. Not for several
 * threads.
 */
public final class SimulatedFloor implements Floor {
  private static final double NANOS_A_MINUTE = 60e9;
  private static final int NOBODY = -1;

  private final Layout layout;
  private final IntQueue[] queues;
  private final int[] waitingInLine;
  private int waiting;

  private double[] issuedAt = new double[256];
  private int[] line = new int[256];
  private int[] ticketClass = new int[256];
  private double[] startedAt = new double[256];
  private double[] agedFrom = new double[256];
  private long[] order = new long[256];
  private int tickets;

  private final Stage[] stage;
  private final boolean[] ending;
  private final boolean[] leaving;
  private final double[] since;
  private final int[] serving;
  private final double[] busyMinutes;
  private final double[] openMinutes;
  private final double[] openSince;
  private final Counts[] counts;
  private final SimulatedStand[] stands;
  private final List<List<SimulatedQueue>> queuesOf = new ArrayList<>();
  private final List<SimulatedStand> openStands = new ArrayList<>();
  private final SimulatedQueue[] queueViews;
  private final double[] workOf;
  private final int[] waitingOf;
  private final int[] dedicatedTo;
  private int open;
  private int idle;
  private double now;

  /** What a window does. */
  public enum Stage {
    CLOSED,
    /** A tidal window that was asked to open; its clerk is on the way. */
    OPENING,
    IDLE,
    BUSY
  }

  public SimulatedFloor(Layout layout) {
    this.layout = layout;
    queues = new IntQueue[layout.lines() * layout.classes()];
    Arrays.setAll(queues, _ -> new IntQueue());
    waitingInLine = new int[layout.lines()];
    stage = new Stage[layout.windows()];
    ending = new boolean[layout.windows()];
    leaving = new boolean[layout.windows()];
    since = new double[layout.windows()];
    serving = new int[layout.windows()];
    busyMinutes = new double[layout.windows()];
    openMinutes = new double[layout.windows()];
    openSince = new double[layout.windows()];
    counts = new Counts[layout.windows()];
    workOf = new double[layout.fields().size()];
    waitingOf = new int[layout.fields().size()];
    dedicatedTo = new int[layout.fields().size()];
    stands = new SimulatedStand[layout.windows()];
    Arrays.setAll(stands, SimulatedStand::new);
    SimulatedQueue[] all = new SimulatedQueue[queues.length];
    Arrays.setAll(all, it -> new SimulatedQueue(it / layout.classes(), it % layout.classes()));
    for (int window = 0; window < layout.windows(); window++) {
      List<SimulatedQueue> its = new ArrayList<>();
      for (int served : layout.linesOf(window)) {
        its.addAll(
            List.of(all).subList(served * layout.classes(), (served + 1) * layout.classes()));
      }
      queuesOf.add(List.copyOf(its));
    }
    queueViews = all;
    clear(0);
  }

  /** An empty hall with all windows closed. */
  public void clear(double at) {
    for (IntQueue queue : queues) {
      queue.clear();
    }
    Arrays.fill(waitingInLine, 0);
    Arrays.fill(stage, Stage.CLOSED);
    Arrays.fill(ending, false);
    Arrays.fill(leaving, false);
    Arrays.fill(since, at);
    Arrays.fill(serving, NOBODY);
    Arrays.fill(busyMinutes, 0);
    Arrays.fill(openMinutes, 0);
    Arrays.fill(openSince, at);
    Arrays.fill(counts, Counts.none());
    Arrays.fill(workOf, 0);
    Arrays.fill(waitingOf, 0);
    Arrays.fill(dedicatedTo, 0);
    openStands.clear();
    waiting = 0;
    tickets = 0;
    open = 0;
    idle = 0;
    now = at;
  }

  /** Becomes a copy of a hall with the same layout. */
  public void copyFrom(SimulatedFloor other) {
    for (int i = 0; i < queues.length; i++) {
      queues[i].copyFrom(other.queues[i]);
    }
    System.arraycopy(other.waitingInLine, 0, waitingInLine, 0, waitingInLine.length);
    room(other.tickets);
    System.arraycopy(other.issuedAt, 0, issuedAt, 0, other.tickets);
    System.arraycopy(other.line, 0, line, 0, other.tickets);
    System.arraycopy(other.ticketClass, 0, ticketClass, 0, other.tickets);
    System.arraycopy(other.startedAt, 0, startedAt, 0, other.tickets);
    System.arraycopy(other.agedFrom, 0, agedFrom, 0, other.tickets);
    System.arraycopy(other.order, 0, order, 0, other.tickets);
    System.arraycopy(other.stage, 0, stage, 0, stage.length);
    System.arraycopy(other.ending, 0, ending, 0, ending.length);
    System.arraycopy(other.leaving, 0, leaving, 0, leaving.length);
    System.arraycopy(other.since, 0, since, 0, since.length);
    System.arraycopy(other.serving, 0, serving, 0, serving.length);
    System.arraycopy(other.busyMinutes, 0, busyMinutes, 0, busyMinutes.length);
    System.arraycopy(other.openSince, 0, openSince, 0, openSince.length);
    System.arraycopy(other.openMinutes, 0, openMinutes, 0, openMinutes.length);
    System.arraycopy(other.counts, 0, counts, 0, counts.length);
    System.arraycopy(other.workOf, 0, workOf, 0, workOf.length);
    System.arraycopy(other.waitingOf, 0, waitingOf, 0, waitingOf.length);
    System.arraycopy(other.dedicatedTo, 0, dedicatedTo, 0, dedicatedTo.length);
    openStands.clear();
    for (SimulatedStand stand : other.openStands) {
      openStands.add(stands[stand.window]);
    }
    waiting = other.waiting;
    tickets = other.tickets;
    open = other.open;
    idle = other.idle;
    now = other.now;
  }

  /** A new ticket at the end of its queue; returns its number. */
  public int issue(double at, int itsLine, int itsClass) {
    return issue(at, itsLine, itsClass, at);
  }

  /**
   * A new ticket that counts as having come at another time, such as the slot it was booked for,
   * and stands in its queue accordingly; returns its number.
   */
  public int issue(double at, int itsLine, int itsClass, double from) {
    now = at;
    int ticket = add(at, itsLine, itsClass);
    agedFrom[ticket] = from;
    IntQueue queue = queue(itsLine, itsClass);
    int place = queue.size();
    while (place > 0 && agedFrom[queue.get(place - 1)] > from) {
      place--;
    }
    queue.insert(place, ticket);
    changeWaiting(itsLine, 1);
    return ticket;
  }

  private int add(double at, int itsLine, int itsClass) {
    room(tickets + 1);
    issuedAt[tickets] = at;
    line[tickets] = itsLine;
    ticketClass[tickets] = itsClass;
    startedAt[tickets] = Double.NaN;
    agedFrom[tickets] = at;
    order[tickets] = 2L * tickets;
    return tickets++;
  }

  /** An idle window takes the first ticket of a queue. */
  public void start(double at, int window, int ticket) {
    IntQueue queue = queue(line[ticket], ticketClass[ticket]);
    if (stage[window] != Stage.IDLE || queue.isEmpty() || queue.get(0) != ticket) {
      throw new IllegalStateException(
          "expected an idle window and the first ticket of its queue, but window "
              + window
              + " is "
              + stage[window]
              + " and ticket "
              + ticket
              + (queue.isEmpty() ? " does not wait" : " stands behind " + queue.get(0)));
    }
    if (!layout.serves(window, line[ticket])) {
      throw new IllegalStateException(
          "expected window " + window + " to serve line " + line[ticket] + ", but it does not");
    }
    now = at;
    queue.removeFirst();
    changeWaiting(line[ticket], -1);
    startedAt[ticket] = at;
    idle--;
    become(window, Stage.BUSY, at);
    serving[window] = ticket;
  }

  /** A window is done with its ticket; it is idle now, and returns the ticket. */
  public int finish(double at, int window) {
    now = at;
    int ticket = serving[window];
    busyMinutes[window] += at - since[window];
    serving[window] = NOBODY;
    idle++;
    become(window, Stage.IDLE, at);
    return ticket;
  }

  /** A window that stands idle has had a ticket since {@code from}: for a hall taken up midway. */
  public void occupy(double from, int window, int itsLine, int itsClass) {
    double at = now;
    int ticket = add(from, itsLine, itsClass);
    startedAt[ticket] = from;
    idle--;
    become(window, Stage.BUSY, from);
    serving[window] = ticket;
    now = at;
  }

  /** A tidal window's clerk is on the way. */
  public void ask(double at, int window) {
    now = at;
    become(window, Stage.OPENING, at);
  }

  /** A closed window is staffed; one that still works through its last shift just goes on. */
  public void open(double at, int window) {
    now = at;
    ending[window] = false;
    leaving[window] = false;
    if (stage[window] == Stage.CLOSED || stage[window] == Stage.OPENING) {
      open++;
      idle++;
      become(window, Stage.IDLE, at);
    }
  }

  /** A window takes no tickets after the one it has, or, a base window, after those that wait. */
  public void end(double at, int window) {
    now = at;
    ending[window] = stage[window] == Stage.IDLE || stage[window] == Stage.BUSY;
  }

  /** A window takes no tickets after the one it has, whoever waits: its clerk is called away. */
  public void leave(double at, int window) {
    end(at, window);
    leaving[window] = ending[window];
  }

  /**
   * A waiting ticket lets some of those behind it in its line go first, as the rules have it: it
   * keeps as much of its age as that allows. Nothing happens to the last.
   */
  public void standBack(double at, int ticket, int places) {
    now = at;
    double[] behind = behind(ticket);
    if (behind.length == 0) {
      return;
    }
    int nth = Math.min(places, behind.length);
    double before = behind[nth - 1];
    double next = nth < behind.length ? behind[nth] : before;
    IntQueue queue = queue(line[ticket], ticketClass[ticket]);
    int from = 0;
    while (queue.get(from) != ticket) {
      from++;
    }
    double age = before + (next - before) / 2 + layout.headStart(ticketClass[ticket]);
    int to = from;
    while (to + 1 < queue.size() && agedFrom[queue.get(to + 1)] <= age) {
      to++;
    }
    agedFrom[ticket] = age;
    // After all who have come by now, before all who will.
    order[ticket] = 2L * (tickets - 1) + 1;
    queue.moveBack(from, to);
  }

  /** From when those count who stand behind a waiting ticket in its line, in their order. */
  private double[] behind(int ticket) {
    double own = countsFrom(ticket);
    DoubleStream.Builder behind = DoubleStream.builder();
    for (int its = 0; its < layout.classes(); its++) {
      IntQueue queue = queue(line[ticket], its);
      for (int place = 0; place < queue.size(); place++) {
        int other = queue.get(place);
        double counts = countsFrom(other);
        if (counts > own || (counts == own && order[other] > order[ticket])) {
          behind.add(counts);
        }
      }
    }
    return behind.build().sorted().toArray();
  }

  /** An idle window, or one that nobody has manned yet, is closed. */
  public void close(double at, int window) {
    now = at;
    if (stage[window] == Stage.IDLE) {
      open--;
      idle--;
    } else if (stage[window] == Stage.BUSY) {
      throw new IllegalStateException("expected window " + window + " to be idle, but it is busy");
    }
    ending[window] = false;
    leaving[window] = false;
    become(window, Stage.CLOSED, at);
  }

  private void changeWaiting(int itsLine, int more) {
    int field = layout.fieldOf(itsLine);
    waitingInLine[itsLine] += more;
    waiting += more;
    waitingOf[field] += more;
    // Set anew rather than added up, so that an empty field has exactly no work.
    double work = 0;
    for (int it : layout.linesOfField(field)) {
      work += waitingInLine[it] * layout.work(it);
    }
    workOf[field] = work;
  }

  private void become(int window, Stage next, double at) {
    boolean was = isOpen(window);
    if (was) {
      openMinutes[window] += at - since[window];
    }
    stage[window] = next;
    since[window] = at;
    if (was != isOpen(window)) {
      openSince[window] = at;
      staff(window, was ? -1 : 1);
    }
  }

  private void staff(int window, int more) {
    if (more < 0) {
      openStands.remove(stands[window]);
    } else {
      int place = 0;
      while (place < openStands.size() && openStands.get(place).window < window) {
        place++;
      }
      openStands.add(place, stands[window]);
    }
    if (layout.kind(window).specialised()) {
      for (int field = 0; field < dedicatedTo.length; field++) {
        dedicatedTo[field] += layout.owns(window, field) ? more : 0;
      }
    }
  }

  public Layout layout() {
    return layout;
  }

  /** Minutes since midnight. */
  public double minute() {
    return now;
  }

  public void pass(double to) {
    now = to;
  }

  public int waiting() {
    return waiting;
  }

  public int waitingInLine(int itsLine) {
    return waitingInLine[itsLine];
  }

  public int waiting(int itsLine, int itsClass) {
    return queue(itsLine, itsClass).size();
  }

  /** The ticket at a place of a queue, the first at 0. */
  public int waitingTicket(int itsLine, int itsClass, int place) {
    return queue(itsLine, itsClass).get(place);
  }

  /** The numbers of all waiting tickets, by line, then class, then place. */
  public int[] waitingTickets() {
    int[] all = new int[waiting];
    int count = 0;
    for (IntQueue queue : queues) {
      for (int place = 0; place < queue.size(); place++) {
        all[count++] = queue.get(place);
      }
    }
    return all;
  }

  /** The first ticket of a queue, or −1. */
  public int head(int itsLine, int itsClass) {
    IntQueue queue = queue(itsLine, itsClass);
    return queue.isEmpty() ? NOBODY : queue.get(0);
  }

  /** Whether a ticket waits that a window may serve. */
  public boolean eligibleWaits(int window) {
    if (waiting == 0) {
      return false;
    }
    for (int it : layout.linesOf(window)) {
      if (waitingInLine[it] > 0) {
        return true;
      }
    }
    return false;
  }

  public int tickets() {
    return tickets;
  }

  public double issuedAt(int ticket) {
    return issuedAt[ticket];
  }

  /**
   * The moment a ticket counts as having come: its issue, or later once it has stood back, less the
   * head start of its class.
   */
  public double countsFrom(int ticket) {
    return agedFrom[ticket] - layout.headStart(ticketClass[ticket]);
  }

  public int line(int ticket) {
    return line[ticket];
  }

  public int ticketClass(int ticket) {
    return ticketClass[ticket];
  }

  /** When a ticket was called, or NaN while it waits. */
  public double startedAt(int ticket) {
    return startedAt[ticket];
  }

  public Stage stage(int window) {
    return stage[window];
  }

  public boolean isOpen(int window) {
    return stage[window] == Stage.IDLE || stage[window] == Stage.BUSY;
  }

  public boolean ending(int window) {
    return ending[window];
  }

  /** Whether a window closes after its ticket, whoever waits. */
  public boolean leaving(int window) {
    return leaving[window];
  }

  public double since(int window) {
    return since[window];
  }

  /** Since when a window has been open, idle or busy; of a closed one, closed or asked for. */
  public double openSince(int window) {
    return stage[window] == Stage.OPENING ? since[window] : openSince[window];
  }

  /** The ticket at a window, or −1. */
  public int serving(int window) {
    return serving[window];
  }

  /** How long a window has been busy today. */
  public double busyMinutes(int window) {
    return busyMinutes[window] + (stage[window] == Stage.BUSY ? now - since[window] : 0);
  }

  /** How long a window has been open today. */
  public double openMinutes(int window) {
    return openMinutes[window] + (isOpen(window) ? now - since[window] : 0);
  }

  /** Counts a call for policies that keep counts. */
  public void count(RoutingPolicy policy, int window, int ticket) {
    counts[window] = policy.counted(counts[window], layout.priority(ticketClass[ticket]));
  }

  SimulatedStand stand(int window) {
    return stands[window];
  }

  SimulatedQueue queueOf(int ticket) {
    return queueViews[line[ticket] * layout.classes() + ticketClass[ticket]];
  }

  @Override
  public long now() {
    return nanos(now);
  }

  @Override
  public int fields() {
    return layout.fields().size();
  }

  @Override
  public List<? extends Queue> queues(Stand window) {
    return queuesOf.get(((SimulatedStand) window).window);
  }

  @Override
  public List<? extends Stand> windows() {
    return openStands;
  }

  @Override
  public int waiting(int field) {
    return waitingOf[field];
  }

  @Override
  public double work(int field) {
    return workOf[field];
  }

  @Override
  public int dedicated(int field) {
    return dedicatedTo[field];
  }

  private static long nanos(double minutes) {
    return (long) (minutes * NANOS_A_MINUTE);
  }

  public int openWindows() {
    return open;
  }

  public int idleWindows() {
    return idle;
  }

  private IntQueue queue(int itsLine, int itsClass) {
    return queues[itsLine * layout.classes() + itsClass];
  }

  private void room(int needed) {
    if (needed > issuedAt.length) {
      int more = Math.max(needed, issuedAt.length * 2);
      issuedAt = Arrays.copyOf(issuedAt, more);
      line = Arrays.copyOf(line, more);
      ticketClass = Arrays.copyOf(ticketClass, more);
      startedAt = Arrays.copyOf(startedAt, more);
      agedFrom = Arrays.copyOf(agedFrom, more);
      order = Arrays.copyOf(order, more);
    }
  }

  /** A window as policies see it; always up to date. */
  final class SimulatedStand implements Stand {
    private final int window;

    SimulatedStand(int window) {
      this.window = window;
    }

    int window() {
      return window;
    }

    @Override
    public WindowKind kind() {
      return layout.kind(window);
    }

    @Override
    public boolean free() {
      return stage[window] == Stage.IDLE;
    }

    @Override
    public boolean owns(int field) {
      return layout.owns(window, field);
    }

    @Override
    public int breadth() {
      return layout.breadth(window);
    }

    @Override
    public double use() {
      double manned = openMinutes(window);
      return manned <= 0 ? 0 : busyMinutes(window) / manned;
    }

    @Override
    public double skill(Queue queue) {
      return layout.skill(window, ((SimulatedQueue) queue).itsLine);
    }

    @Override
    public long since() {
      return nanos(since[window]);
    }

    @Override
    public Counts counts() {
      return counts[window];
    }
  }

  /** The tickets of a line and class as policies see them; always up to date. */
  final class SimulatedQueue implements Queue {
    private final int itsLine;
    private final int itsClass;
    private final IntQueue queue;

    SimulatedQueue(int itsLine, int itsClass) {
      this.itsLine = itsLine;
      this.itsClass = itsClass;
      queue = SimulatedFloor.this.queue(itsLine, itsClass);
    }

    int first() {
      return queue.get(0);
    }

    @Override
    public int field() {
      return layout.fieldOf(itsLine);
    }

    @Override
    public String priority() {
      return layout.priority(itsClass);
    }

    @Override
    public int size() {
      return queue.size();
    }

    @Override
    public long since() {
      return nanos(countsFrom(queue.get(0)));
    }

    @Override
    public long order() {
      return order[queue.get(0)];
    }
  }
}
