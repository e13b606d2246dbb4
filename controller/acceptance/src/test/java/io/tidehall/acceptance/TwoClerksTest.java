package io.tidehall.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.stream.Collectors.joining;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import io.tidehall.acceptance.RunningHall.Broker;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Two clerks in two browsers through a day: however they press, each press calls one ticket, and no
 * ticket is called twice.
 */
@Timeout(600)
class TwoClerksTest {
  private static final String NEXT = "**/api/windows/%s/next";

  @Test
  void eachPressCallsOneTicketHoweverItIsPressed(@TempDir Path folder) throws Exception {
    try (var hall = RunningHall.start(folder.resolve("data"), Broker.EMBEDDED);
        var first = new StaffPage(hall, "101");
        var second = new StaffPage(hall, "102");
        var manager = hall.staff("100")) {
      for (int i = 0; i < 6; i++) {
        manager.post("/api/tickets", Map.of("line", "A"));
      }
      first.takeWindow("1");
      second.takeWindow("2");

      atTheSameInstant(first, second);
      serve(first);
      serve(second);

      first.at("#primary[data-step='next']:enabled").dblclick();
      assertThat(first.at("#primary[data-step='arrive']")).isVisible();
      second.press("next");
      assertThat(second.at("#primary[data-step='arrive']")).isVisible();
      serve(first);
      serve(second);

      reloadsInMidPress(first);
      loosesTheAnswer(second);
      serve(first);
      serve(second);
      everyTicketWasCalledOnce(manager);
    }
  }

  @Test
  void aDayOfPapersEmergencyMessagesAndItsEnd(@TempDir Path folder) throws Exception {
    try (var hall = RunningHall.start(folder.resolve("data"), Broker.EMBEDDED);
        var first = new StaffPage(hall, "101");
        var second = new StaffPage(hall, "102", true);
        var staff = hall.staff("100")) {
      String item = withPapers(staff);
      String line = lineOf(staff, item);
      staff.post("/api/tickets", Map.of("line", line, "items", List.of(item)));
      first.takeWindow("1");
      second.takeWindow("2");
      StaffPage manager = second.colleague("100");
      manager.go("/manager");

      besideAnotherProgram(hall, first);
      tellsWhatIsMissing(first);
      helpsInAnEmergency(first, second, manager);
      readsAMessage(first, second, manager);
      choosesAnotherPin(second);
      losesTheWindowWhileADialogIsOpen(second, staff);
      changesTheLanguage(first);
      pausesAndEndsTheDay(first, staff, line);
      assertEquals("NOT_OPEN", stage(staff, "1"));
    }
  }

  /** Two presses at one moment of both browsers' clocks. */
  private static void atTheSameInstant(StaffPage first, StaffPage second) {
    for (StaffPage clerk : List.of(first, second)) {
      assertThat(clerk.at("#primary[data-step='next']:enabled")).isVisible();
    }
    double at = ((Number) first.page().evaluate("Date.now() + 1500")).doubleValue();
    String press =
        "(at) => { setTimeout(() => document.querySelector('#primary').click(), at - Date.now());"
            + " }";
    first.page().evaluate(press, at);
    second.page().evaluate(press, at);
    assertThat(first.at("#number")).isVisible();
    assertThat(second.at("#number")).isVisible();
    assertNotEquals(first.at("#number").textContent(), second.at("#number").textContent());
  }

  /** The press has reached the hall when the page is loaded anew; its answer never arrives. */
  private static void reloadsInMidPress(StaffPage clerk) {
    Page page = clerk.page();
    var presses = new AtomicInteger();
    page.route(
        NEXT.formatted("1"),
        route -> {
          presses.incrementAndGet();
          route.fetch();
          route.abort();
        },
        new Page.RouteOptions().setTimes(1));
    clerk.press("next");
    await("the press").until(() -> pumped(page, presses::get) == 1);
    page.reload();
    assertThat(clerk.at("#primary[data-step='arrive']")).isVisible();
  }

  /** The connection is cut when the press has reached the hall; the page asks again by itself. */
  private static void loosesTheAnswer(StaffPage clerk) {
    var presses = new AtomicInteger();
    var mended = new AtomicBoolean();
    clerk
        .page()
        .route(
            NEXT.formatted("2"),
            route -> {
              if (presses.incrementAndGet() == 2) {
                route.fetch();
              }
              if (mended.get()) {
                route.resume();
              } else {
                route.abort("connectionreset");
              }
            });
    clerk.press("next");
    // It tries once more at last until this has been seen, and the hall has heard it by then.
    assertThat(clerk.at("#retrying")).isVisible();
    await("the second try").until(() -> pumped(clerk.page(), presses::get) >= 2);
    mended.set(true);
    assertThat(clerk.at("#primary[data-step='arrive']")).isVisible();
    assertThat(clerk.at("#retrying")).hasCount(0);
    assertTrue(presses.get() >= 3, "it has asked again under the same key");
    clerk.page().unroute(NEXT.formatted("2"));
  }

  /** Playwright hands requests over only while it is spoken to. */
  private static int pumped(Page page, java.util.function.IntSupplier count) {
    page.title();
    return count.getAsInt();
  }

  private static void serve(StaffPage clerk) {
    clerk.press("arrive");
    clerk.finish();
    assertThat(clerk.at("#primary[data-step='next']")).isVisible();
  }

  private static void everyTicketWasCalledOnce(Staff manager) {
    await("the report")
        .until(() -> manager.get("/api/report").at("/tickets/finished").asInt() == 6);
    JsonNode report = manager.get("/api/report");
    int called =
        report.path("windows").valueStream().mapToInt(it -> it.path("called").asInt()).sum();
    assertEquals(6, called, report.toString());
    assertEquals(0, report.at("/tickets/noShows").asInt());
  }

  private static void tellsWhatIsMissing(StaffPage clerk) {
    clerk.press("arrive");
    // Pressing the big button with an open ticket asks; staying changes nothing.
    clerk.press("finish");
    assertThat(clerk.at("#outcomes")).isVisible();
    clerk.page().keyboard().press("Escape");
    assertThat(clerk.at("#outcomes")).hasCount(0);
    clerk.page().keyboard().press("m");
    Locator papers = clerk.at("#materials [name='missing']");
    assertThat(papers.nth(1)).isVisible();
    papers.nth(0).check();
    papers.nth(1).check();
    clerk.at("#more").fill("一张证明\n".repeat(50));
    assertThat(clerk.at("#too-much")).containsText("52");
    assertThat(clerk.at("#tell")).isDisabled();
    picture(clerk, "clerk-papers-too-many");
    // The eleventh paper is on the notice as the first is.
    String ten = IntStream.rangeClosed(1, 10).mapToObj("第%d张证明\n"::formatted).collect(joining());
    clerk.at("#more").fill(ten + "代办人委托书");
    assertThat(clerk.at("#too-much")).hasCount(0);
    clerk.at("#complete").check();
    picture(clerk, "clerk-papers");
    clerk.at("#tell").click();
    assertThat(clerk.at("#primary[data-step='next']")).isVisible();
    clerk.at("#tab-notices").click();
    assertThat(clerk.at("[data-notice]")).hasCount(1);
    assertThat(clerk.at("[data-notice] .item")).containsText("代办人委托书");
    picture(clerk, "clerk-notices");
  }

  /** A question about a window that is hers no more is asked no more. */
  private static void losesTheWindowWhileADialogIsOpen(StaffPage clerk, Staff staff) {
    clerk.page().keyboard().press("p");
    assertThat(clerk.at("#pause-confirm")).isVisible();
    staff.post("/api/windows/2/close", Map.of("reason", "无人排队"));
    assertThat(clerk.at("#pause-confirm")).hasCount(0);
    assertThat(clerk.at("[data-window='3']")).isVisible();
    picture(clerk, "clerk-window-closed");
  }

  private static String stage(Staff staff, String window) {
    return staff
        .get("/api/console")
        .path("windows")
        .valueStream()
        .filter(it -> it.path("window").asString().equals(window))
        .findFirst()
        .orElseThrow()
        .path("stage")
        .asString();
  }

  /** The small window: the desk alone, 320 px wide. */
  private static void besideAnotherProgram(RunningHall hall, StaffPage clerk) {
    Page small = clerk.page().context().newPage();
    small.setViewportSize(320, 460);
    small.navigate(hall.address() + "/clerk?float");
    assertThat(small.locator("#primary[data-step='next']:enabled")).isVisible();
    assertThat(small.locator("#list")).isHidden();
    small.click("#primary");
    assertThat(small.locator("#primary[data-step='arrive']")).isVisible();
    assertThat(clerk.at("#primary[data-step='arrive']")).isVisible();
    small.waitForFunction("document.documentElement.scrollWidth === 320");
    small.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target/pictures/clerk-float.png")));
    small.close();
  }

  private static void helpsInAnEmergency(StaffPage first, StaffPage second, StaffPage manager) {
    first.page().keyboard().press("F9");
    first.at("#emergency-confirm").click();
    assertThat(manager.at("[data-emergency='1']")).isVisible();
    picture(manager, "manager-emergency");
    second.at("[data-emergency='1'] [data-act='accept']").click();
    assertThat(first.at("[data-emergency='1']")).hasAttribute("data-accepted", "102");
    picture(first, "clerk-emergency");
    first.at("[data-emergency='1'] [data-act='clear']").click();
    assertThat(second.at("[data-emergency]")).hasCount(0);
    assertThat(manager.at("[data-emergency]")).hasCount(0);
  }

  private static void readsAMessage(StaffPage first, StaffPage second, StaffPage manager) {
    manager.at("#message-text").fill("十点半在二楼开会");
    manager.at("#message-send").click();
    assertThat(second.at("[data-message]")).isVisible();
    first.at("[data-message] [data-act='read']").click();
    assertThat(first.at("[data-message]")).hasCount(0);
    assertThat(second.at("[data-message]")).isVisible();
    assertThat(manager.at("#messages-sent")).containsText("1");
    picture(second, "clerk-message");
  }

  /** With the keyboard alone; a mistake is told, and what was typed calls nobody. */
  private static void choosesAnotherPin(StaffPage clerk) {
    var keys = clerk.page().keyboard();
    keys.press("a");
    assertThat(clerk.at("#account-present")).isFocused();
    keys.type("000000");
    keys.press("Tab");
    keys.type("481516");
    keys.press("Tab");
    keys.type("481516");
    keys.press("F2");
    keys.press("Enter");
    assertThat(clerk.at("#account-error")).containsText("4");
    picture(clerk, "clerk-account");
    assertThat(clerk.at("#account-present")).isFocused();
    keys.press("Control+a");
    keys.type(clerk.firstPin());
    keys.press("Enter");
    assertThat(clerk.at("#account-done")).isVisible();
    keys.press("Enter");
    assertThat(clerk.at("#account-dialog")).hasCount(0);
    assertThat(clerk.at("#primary[data-step='next']")).isVisible();
  }

  /** The page has the keys again: Space calls the next, and changes no language. */
  private static void changesTheLanguage(StaffPage clerk) {
    for (String other : List.of("中文", "English")) {
      clerk.at("#language").click();
      assertThat(clerk.at("#language")).hasText(other);
      assertThat(clerk.at("#primary[data-step='next']")).isFocused();
    }
  }

  private static void pausesAndEndsTheDay(StaffPage clerk, Staff staff, String line) {
    clerk.page().keyboard().press("p");
    clerk.at("#pause-confirm").click();
    assertThat(clerk.at("#pause-time")).isVisible();
    clerk.page().keyboard().press("e");
    assertThat(clerk.at("#dialog-endDay")).containsText("1");
    // Whoever waits for nobody else is told of, also when it happens just now.
    assertThat(clerk.at("#left-alone")).hasCount(0);
    staff.post("/api/tickets", Map.of("line", line));
    assertThat(clerk.at("#left-alone")).hasAttribute("data-n", "1");
    picture(clerk, "clerk-end-of-day");
    clerk.at("#end-day-confirm").click();
    assertThat(clerk.at("#password")).isVisible();
    picture(clerk, "clerk-after-the-day");
    // The session has ended, and not just the page.
    clerk.page().goBack(new Page.GoBackOptions().setWaitUntil(WaitUntilState.COMMIT));
    assertThat(clerk.at("#sign-in")).isVisible();
  }

  private static void picture(StaffPage who, String name) {
    who.page()
        .screenshot(
            new Page.ScreenshotOptions().setPath(Path.of("target/pictures/" + name + ".png")));
  }

  private static String withPapers(Staff staff) {
    return staff
        .get("/api/catalogue")
        .path("items")
        .valueStream()
        .filter(it -> it.path("materials").size() >= 2)
        .findFirst()
        .orElseThrow()
        .path("id")
        .asString();
  }

  private static String lineOf(Staff staff, String item) {
    return staff
        .get("/api/catalogue")
        .path("lines")
        .valueStream()
        .filter(it -> it.path("items").valueStream().anyMatch(id -> id.asString().equals(item)))
        .findFirst()
        .orElseThrow()
        .path("id")
        .asString();
  }
}
