package io.tidehall.launcher.demo;

import io.tidehall.hall.plan.Rules;
import io.tidehall.protocol.WindowState.Stage;
import io.tidehall.server.view.Console;
import io.tidehall.server.web.Api;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One clerk: one thing at a time, at one window or at the two of a shared desk. When something
 * happens at a window that this clerk has not done, a person has taken over under the same badge,
 * and the clerk leaves the window to that person.
 */
final class DemoClerk implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(DemoClerk.class);
  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final Duration FRESH = Duration.ofSeconds(15);
  private static final Duration LUNCH = Duration.ofMinutes(45);
  private static final LocalTime NOON = LocalTime.of(12, 0);
  private static final Duration HOLD = Duration.ofMinutes(10);
  private static final Duration MISSED = Duration.ofMinutes(8);

  private final Desk desk;
  private final HallWatch hall;
  private final Crowd crowd;
  private final DemoDay day;
  private final Pace pace;
  private final PostBook book;
  private final Service service;
  private final LocalTime lunchAt;
  private final List<String> posts;
  private final Set<String> asked = new HashSet<>();
  private final Set<String> inherited;
  private final Set<String> requeued = new HashSet<>();
  private int lunched;
  private long seq;

  /**
   * A clerk with an account that has signed in.
   *
   * @param turn 0 or 1: who goes to lunch first
   */
  DemoClerk(
      Desk desk,
      HallWatch hall,
      Crowd crowd,
      DemoDay day,
      Pace pace,
      Rules rules,
      Tally tally,
      PostBook book,
      List<String> posts,
      int turn) {
    this.desk = desk;
    this.hall = hall;
    this.crowd = crowd;
    this.day = day;
    this.pace = pace;
    this.book = book;
    this.posts = new ArrayList<>(posts);
    inherited = new HashSet<>(posts);
    lunchAt = NOON.plusMinutes(turn % 2 == 0 ? 0 : 50);
    service = new Service(desk, hall, crowd, pace, rules, tally);
  }

  @Override
  public void run() {
    try {
      takePosts();
      while (!posts.isEmpty()) {
        Console console = hall.await(it -> it.seq() >= seq, FRESH);
        if (console != null) {
          work(console);
        }
      }
      LOG.info("{} has no window left and goes home", desk.badge());
    } catch (InterruptedException _) {
      LOG.debug("{} stops", desk.badge());
    }
  }

  /** Signs out where nobody is being served; called when the thread has ended. */
  void leave() throws InterruptedException {
    for (String window : List.copyOf(posts)) {
      if (did(desk.at(window, "sign-out"))) {
        book.left(window);
      }
    }
  }

  private void takePosts() throws InterruptedException {
    for (String window : List.copyOf(posts)) {
      if (desk.badge().equals(book.all().get(window))) {
        continue; // still there from an earlier demo
      }
      inherited.remove(window);
      book.took(window, desk.badge());
      if (!did(desk.at(window, "sign-in"))) {
        letGo(window, "it is not free");
      }
    }
  }

  private void work(Console console) throws InterruptedException {
    for (String window : List.copyOf(posts)) {
      findStranger(console, window);
    }
    if (seq > console.seq()) {
      return; // something changed just now: look again
    }
    for (String window : List.copyOf(posts)) {
      Console.Row row = row(console, window);
      if (!row.ticket().isEmpty()) {
        serve(row);
        return;
      }
    }
    if (posts.isEmpty()
        || endOldPause(console)
        || lunch()
        || resume(console)
        || requeue(console)
        || callNext(console)) {
      return;
    }
    long seen = console.seq();
    hall.await(it -> it.seq() > seen, LOOK);
  }

  /** A window where something happened that was not done here is left to whoever did it. */
  private void findStranger(Console console, String window) throws InterruptedException {
    Console.Row row = row(console, window);
    boolean expected =
        switch (row.stage()) {
          case IDLE -> true;
          case CALLED -> asked.contains(window);
          case NOT_OPEN, SERVING, PAUSED -> false;
        };
    if (row.clerk().isEmpty() && console.today().issued() == 0) {
      backAfterRollOver(window);
    } else if (!row.clerk().equals(desk.badge())) {
      letGo(window, "the clerk was signed out there");
    } else if (!expected && !inherited.remove(window)) {
      letGo(window, "somebody else works there");
    }
  }

  /** The end of the hall's day signs everybody out who serves nobody. */
  private void backAfterRollOver(String window) throws InterruptedException {
    asked.remove(window);
    if (!did(desk.at(window, "sign-in"))) {
      letGo(window, "it is not free after the end of the day");
    }
  }

  private void letGo(String window, String why) {
    LOG.info("{} leaves window {}: {}", desk.badge(), window, why);
    posts.remove(window);
    book.left(window);
  }

  private void serve(Console.Row row) throws InterruptedException {
    String window = row.window();
    asked.remove(window);
    switch (service.serve(row)) {
      case Service.End.Done(long at) -> seq = Math.max(seq, at);
      case Service.End.TakenOver _ -> {
        if (!hallRolledOver()) {
          letGo(window, "somebody else works there");
        }
      }
    }
  }

  /** At the end of its day the hall ends what is open; nobody has taken over then. */
  private boolean hallRolledOver() {
    Console now = hall.latest();
    return now != null && now.today().issued() == 0;
  }

  /** An earlier demo may have ended at lunch. */
  private boolean endOldPause(Console console) throws InterruptedException {
    for (String window : posts) {
      if (row(console, window).stage() == Stage.PAUSED) {
        return did(desk.at(window, "end-pause"));
      }
    }
    return false;
  }

  private boolean callNext(Console console) throws InterruptedException {
    for (String window : posts) {
      Console.Row row = row(console, window);
      // With one window the clerk asks and waits; at a shared desk two calls at once would stand.
      boolean worth = row.waiting() > 0 || (posts.size() == 1 && !row.asked());
      if (row.stage() == Stage.IDLE && worth) {
        asked.add(window);
        if (did(desk.at(window, "next"))) {
          return true;
        }
        asked.remove(window);
      }
    }
    return false;
  }

  private boolean lunch() throws InterruptedException {
    LocalTime now = day.time();
    int today = day.day();
    if (lunched == today || now.isBefore(lunchAt) || now.isAfter(lunchAt.plus(LUNCH))) {
      return false;
    }
    lunched = today;
    Instant until = Instant.now().plus(pace.real(LUNCH));
    List<String> left = new ArrayList<>();
    for (String window : posts) {
      if (did(desk.at(window, "pause", new Api.Pause("午休", until)))) {
        asked.remove(window);
        left.add(window);
      }
    }
    Thread.sleep(pace.real(LUNCH));
    for (String window : left) {
      did(desk.at(window, "end-pause"));
    }
    return true;
  }

  /** Goes on with what was put on hold here a while ago. */
  private boolean resume(Console console) throws InterruptedException {
    Optional<Console.Ticket> held = after(console, "held", HOLD);
    if (held.isEmpty()) {
      return false;
    }
    String window = held.get().window();
    boolean resumed = did(desk.at(window, "resume/" + held.get().id()));
    if (resumed) {
      inherited.add(window);
    }
    return resumed;
  }

  /** Some who were missed come back and ask to wait again. */
  private boolean requeue(Console console) throws InterruptedException {
    Optional<Console.Ticket> missed =
        after(console, "missed", MISSED)
            .filter(ticket -> crowd.fate(ticket.id(), ticket.line()).returns());
    if (missed.isEmpty() || !requeued.add(missed.get().id() + "-" + missed.get().misses())) {
      return false;
    }
    return did(desk.post("/api/tickets/" + missed.get().id() + "/requeue", Map.of()));
  }

  private Optional<Console.Ticket> after(Console console, String state, Duration human) {
    Instant before = Instant.now().minus(pace.real(human));
    return console.tickets().stream()
        .filter(it -> it.state().equals(state) && posts.contains(it.window()))
        .filter(it -> it.since().isBefore(before))
        .filter(it -> !requeued.contains(it.id() + "-" + it.misses()))
        .filter(it -> row(console, it.window()).ticket().isEmpty())
        .findFirst();
  }

  private boolean did(Desk.Reply reply) {
    switch (reply) {
      case Desk.Reply.Done(long at) -> {
        seq = Math.max(seq, at);
        return true;
      }
      case Desk.Reply.No(String code) -> {
        LOG.info("{} was refused: {}", desk.badge(), code);
        return false;
      }
    }
  }

  private static Console.Row row(Console console, String window) {
    return console.windows().stream()
        .filter(row -> row.window().equals(window))
        .findFirst()
        .orElseThrow();
  }
}
