package io.tidehall.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.tidehall.acceptance.RunningHall.Broker;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.server.edge.TicketLinks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page of a ticket on a phone; states that are hard to come by are written here. */
@Timeout(300)
class PhonePageTest {
  private static final String ANSWER =
      """
      {"number": "A017", "line": {"zh": "社保医保", "en": "Social & medical insurance"},
       "state": "waiting", "ahead": 12, "outlook": {"low": %s, "rough": false}, "window": "",
       "windows": ["1", "2"], "hall": {"zh": "便民服务中心", "en": "Township Service Hall"},
       "told": {"low": 15, "high": 25, "rough": false}, "worse": %s, "notices": [],
       "behind": 4, "delay": 3, "delayed": false}
      """;

  @Test
  void aPhoneSaysWhenTheWaitIsMuchLongerThanToldAndStopsByItself(@TempDir Path folder)
      throws Exception {
    var worse = new AtomicBoolean(true);
    try (var hall = RunningHall.start(folder.resolve("data"), Broker.EMBEDDED);
        var staff = new StaffPage(hall, "101")) {
      Page phone = staff.stranger(390, 844);
      phone.route(
          "**/api/slips/*",
          route ->
              route.fulfill(
                  new Route.FulfillOptions()
                      .setContentType("application/json")
                      .setBody(
                          worse.get()
                              ? ANSWER.formatted("40, \"high\": 55", "true")
                              : ANSWER.formatted("15, \"high\": 20", "false"))));
      phone.navigate(hall.address() + "/t/t-1.mark");
      assertThat(phone.locator("#worse"))
          .hasText("现在预计还要等约 40–55 分钟，比取号时说的 15–25 分钟久。可以先办别的事，请留意叫号。");
      phone.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of("target/pictures/phone-worse.png")));
      phone.click("#language");
      assertThat(phone.locator("#worse")).containsText("longer than the 15–25 min you were told");
      worse.set(false);
      assertThat(phone.locator("#worse")).hasCount(0);
      assertThat(phone.locator("#ahead")).hasText("12");
    }
  }

  @Test
  void aPhoneStandsBackCancelsHearsTheCallAndRates(@TempDir Path folder) throws Exception {
    Path data = folder.resolve("data");
    try (var hall = RunningHall.start(data, Broker.EMBEDDED);
        var staff = new StaffPage(hall, "101");
        var clerk = hall.staff("101")) {
      var links = new TicketLinks(hall.address(), Files.readAllBytes(data.resolve("links.key")));
      String line = clerk.get("/api/catalogue").path("lines").path(0).path("id").asString();
      List<String> tickets = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        tickets.add(clerk.post("/api/tickets", Map.of("line", line)).path("ticket").asString());
      }
      clerk.post("/api/windows/1/sign-in", Map.of());

      Page phone = staff.stranger(390, 844);
      phone.addInitScript("window.shakes = 0; navigator.vibrate = () => ++window.shakes > 0;");
      phone.navigate(links.link(new TicketId(tickets.get(0))));
      assertThat(phone.locator("#ahead")).hasText("0");
      picture(phone, "waiting");
      isSmall(phone);
      phone.click("#delay");
      picture(phone, "ask-delay");
      phone.click("#no");
      phone.click("#delay");
      phone.click("#yes");
      assertThat(phone.locator("#delayed")).isVisible();
      assertThat(phone.locator("#ahead")).hasText("3");
      assertThat(phone.locator("#delay")).hasCount(0);
      picture(phone, "delayed");

      cancels(staff.stranger(390, 844), links.link(new TicketId(tickets.get(1))));
      last(staff.stranger(390, 844), links.link(new TicketId(tickets.get(5))));

      clerk.post("/api/windows/1/call/" + tickets.get(0), Map.of("reason", "test"));
      assertThat(phone.locator("#window")).hasText("1");
      assertThat(phone).hasTitle(Pattern.compile("请到 1 号窗口"));
      assertThat(phone.locator("#cancel")).hasCount(0);
      phone.waitForFunction("window.shakes > 0");
      picture(phone, "called");
      clerk.post("/api/windows/1/arrive", Map.of());
      assertThat(phone.locator("[data-state=serving]")).isVisible();
      picture(phone, "serving");
      clerk.post("/api/windows/1/finish", Map.of("outcome", "DONE_AT_ONCE"));
      rates(phone);
    }
  }

  /** All that a weak phone loads at first, over the hall's Wi-Fi. */
  private static void isSmall(Page phone) {
    int bytes =
        ((Number)
                phone.evaluate(
                    """
                    ["navigation", "resource"]
                        .flatMap((it) => performance.getEntriesByType(it))
                        .reduce((sum, it) => sum + it.decodedBodySize, 0)
                    """))
            .intValue();
    assertTrue(bytes > 20_000 && bytes < 90_000, "the page has " + bytes + " bytes");
  }

  private static void cancels(Page phone, String link) {
    phone.navigate(link);
    phone.click("#cancel");
    picture(phone, "ask-cancel");
    phone.click("#yes");
    assertThat(phone.locator("[data-state=cancelled]")).isVisible();
    picture(phone, "cancelled");
    phone.reload();
    assertThat(phone.locator("[data-state=cancelled]")).isVisible();
  }

  private static void last(Page phone, String link) {
    phone.navigate(link);
    assertThat(phone.locator("#last")).isVisible();
    assertThat(phone.locator("#delay")).hasCount(0);
    phone.click("#language");
    assertThat(phone.locator("#last")).hasText("Nobody is behind you to let go first.");
    picture(phone, "last-en");
    phone.context().setOffline(true);
    assertThat(phone.locator("#connection")).isVisible();
    picture(phone, "offline-en");
    phone.context().setOffline(false);
    assertThat(phone.locator("#connection")).hasCount(0);
    phone.navigate(link + "x");
    assertThat(phone.locator("#unknown")).isVisible();
    picture(phone, "unknown-en");
  }

  private static void rates(Page phone) {
    assertThat(phone.locator(".levels button")).hasCount(5);
    assertThat(phone.locator(".levels [aria-checked=true]")).hasCount(0);
    assertThat(phone.locator("#submit")).hasCount(0);
    picture(phone, "rate");
    phone.click("[data-level='4']");
    assertThat(phone.locator("#why")).hasCount(0);
    assertThat(phone.locator("#submit")).isEnabled();
    phone.click("[data-level='1']");
    assertThat(phone.locator("#submit")).isDisabled();
    phone.fill("#words", "等".repeat(151));
    assertThat(phone.locator("#submit")).isDisabled();
    phone.fill("#words", "");
    phone.check("#why input[value='114']");
    assertThat(phone.locator("#submit")).isEnabled();
    picture(phone, "reasons");
    phone.click("#language");
    picture(phone, "reasons-en");
    phone.click("#submit");
    assertThat(phone.locator("[data-state=rated]")).isVisible();
    picture(phone, "thanks-en");
  }

  @Test
  void whatHasEndedOrMayNoLongerBeRatedSaysSo(@TempDir Path folder) throws Exception {
    try (var hall = RunningHall.start(folder.resolve("data"), Broker.EMBEDDED);
        var staff = new StaffPage(hall, "101")) {
      Page phone = staff.stranger(390, 844);
      for (String state : List.of("ended", "over", "missed", "held")) {
        phone.route(
            "**/api/slips/*",
            route ->
                route.fulfill(
                    new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(
                            ANSWER
                                .formatted("15, \"high\": 20", "false")
                                .replace("\"waiting\"", '"' + state + '"')
                                .replace(
                                    "\"notices\": []",
                                    "\"notices\": [{\"zh\": \"周五下午闭厅学习\","
                                        + " \"en\": \"Closed Friday afternoon\"}]"))));
        phone.navigate(hall.address() + "/t/t-1." + state);
        assertThat(phone.locator("[data-state=" + state + "]")).isVisible();
        assertThat(phone.locator("#cancel")).hasCount(0);
        picture(phone, state);
      }
      staysCalmBetweenTwoAsks(staff.stranger(390, 844), hall);
    }
  }

  /** What has ended is asked about every half minute: only what is later than that is late. */
  private static void staysCalmBetweenTwoAsks(Page phone, RunningHall hall) {
    phone.clock().install();
    phone.route(
        "**/api/slips/*",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(
                        ANSWER
                            .formatted("15, \"high\": 20", "false")
                            .replace("\"waiting\"", "\"ended\""))));
    phone.navigate(hall.address() + "/t/t-1.ended");
    assertThat(phone.locator("[data-state=ended]")).isVisible();
    phone.clock().fastForward(25_000);
    phone.click("#language");
    assertThat(phone.locator("#language")).hasText("中文");
    assertThat(phone.locator("#connection")).hasCount(0);
    phone.route("**/api/slips/*", Route::abort);
    phone.clock().fastForward(20_000);
    assertThat(phone.locator("#connection")).containsText("No update");
  }

  /** A picture of the page, which must not be wider than the phone. */
  private static void picture(Page phone, String name) {
    phone.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target/pictures/phone-" + name + ".png")));
    assertEquals(390, phone.evaluate("document.documentElement.scrollWidth"), name);
  }
}
