package io.tidehall.launcher.demo;

import io.tidehall.link.DeviceSession;
import io.tidehall.server.Controller;
import io.tidehall.server.view.Console;
import io.tidehall.server.web.Account;
import io.tidehall.server.web.Role;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Brings everybody on, each on a thread of its own, and off again. */
final class Staging {
  private static final Logger LOG = LoggerFactory.getLogger(Staging.class);
  private static final Duration FIRST_LOOK = Duration.ofSeconds(30);

  private final Demo.Scene scene;
  private final DemoDay day;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
  private final JsonMapper json =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private final List<Thread> threads = new ArrayList<>();
  private final List<DemoClerk> clerks = new CopyOnWriteArrayList<>();
  private final LightDevices devices;
  private final PostBook book;
  private volatile @Nullable HallWatch hall;
  private boolean over;

  Staging(Demo.Scene scene) {
    this.scene = scene;
    day = new DemoDay(scene.pace(), System::nanoTime);
    devices = new LightDevices(scene);
    book = new PostBook(scene.data().resolve("demo/posts.properties"));
  }

  Demo.Scene scene() {
    return scene;
  }

  DemoDay day() {
    return day;
  }

  @Nullable Console console() {
    HallWatch watch = hall;
    return watch == null ? null : watch.latest();
  }

  /** Runs something until the demo is over; nothing is started any more after that. */
  synchronized void spawn(String name, Runnable task) {
    if (!over) {
      threads.add(Thread.ofPlatform().daemon().name(name).start(task));
    }
  }

  /** Everybody comes on. */
  void begin() {
    try {
      DeviceSession kiosk = devices.kiosk();
      devices.atWindows();
      var crowd =
          new Crowd(scene.plan(), kiosk, day, scene.visitors(), scene.seed(), scene.tally());
      List<Desk> able = signIn();
      if (!able.isEmpty()) {
        staff(able, crowd);
      }
      spawn("demo-citizens", crowd);
    } catch (IOException | RuntimeException e) {
      LOG.error("the demo could not begin", e);
      Demo.say(scene, List.of("could not begin: " + e.getMessage()));
    } catch (InterruptedException _) {
      LOG.debug("the demo ended before it began");
    }
  }

  /** Why nobody can take a ticket, or empty. */
  String unreachable() {
    if (devices.kioskReach() == DeviceSession.Reach.ONLINE) {
      return "";
    }
    Controller controller = scene.controller();
    return controller.mosquitto() == null
        ? "Demo:     the light kiosk cannot reach the broker at " + controller.broker()
        : "Demo:     the broker does not know the demo's devices yet: end this run, start it again"
            + " to write them to "
            + controller.mosquitto()
            + ", and restart the broker with that file";
  }

  private List<Desk> signIn() throws InterruptedException {
    List<Desk> able = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (var clerk : scene.plan().clerks()) {
      String badge = clerk.id().value();
      Optional<Account> account = scene.controller().accounts().find(badge);
      if (account.isEmpty() || !account.get().roles().contains(Role.CLERK)) {
        continue;
      }
      var desk =
          new Desk(
              client, scene.controller().address(), scene.controller().accounts(), badge, json);
      if (desk.signIn()) {
        able.add(desk);
      } else {
        notes.add(badge + " " + clerk.name() + " has a password of their own and is left alone");
      }
    }
    if (able.isEmpty()) {
      notes.add("no clerk can be played: people take tickets, but you have to call them");
    }
    Demo.say(scene, notes);
    return able;
  }

  private void staff(List<Desk> able, Crowd crowd) throws InterruptedException {
    var watch = new HallWatch(able, json);
    hall = watch;
    spawn("demo-watch", watch);
    Console console = watch.await(_ -> true, FIRST_LOOK);
    while (console == null) {
      Demo.say(scene, List.of("the clerks' page does not answer yet; nobody is called"));
      console = watch.await(_ -> true, FIRST_LOOK);
    }
    Map<String, List<String>> posts =
        Posting.plan(
            console.windows(),
            able.stream().map(Desk::badge).toList(),
            book.all(),
            book.usual(),
            scene.plan().rules().clerkWindows());
    int turn = 0;
    for (Desk desk : able) {
      List<String> windows = posts.get(desk.badge());
      if (windows == null) {
        continue;
      }
      var clerk =
          new DemoClerk(
              desk,
              watch,
              crowd,
              day,
              scene.pace(),
              scene.plan().rules(),
              scene.tally(),
              book,
              windows,
              turn++);
      clerks.add(clerk);
      spawn("demo-clerk-" + desk.badge(), clerk);
    }
  }

  /** Everybody goes: clerks leave free windows, the others keep what they have for the next run. */
  void close(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    List<Thread> running;
    synchronized (this) {
      over = true;
      running = List.copyOf(threads);
    }
    running.forEach(Thread::interrupt);
    try {
      devices.close(patience.dividedBy(2));
      for (Thread thread : running) {
        Duration left = Duration.ofNanos(end - System.nanoTime());
        if (left.isPositive()) {
          thread.join(left);
        }
      }
      leave(end);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      client.shutdownNow();
    }
  }

  private void leave(long end) throws InterruptedException {
    var leaving =
        Thread.ofPlatform()
            .daemon()
            .name("demo-leave")
            .start(
                () -> {
                  try {
                    for (DemoClerk clerk : clerks) {
                      clerk.leave();
                    }
                  } catch (InterruptedException _) {
                    LOG.debug("the clerks who still stand somewhere stay there");
                  }
                });
    Duration left = Duration.ofNanos(end - System.nanoTime());
    if (left.isPositive()) {
      leaving.join(left);
    }
    leaving.interrupt();
  }
}
