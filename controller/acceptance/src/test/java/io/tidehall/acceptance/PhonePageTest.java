package io.tidehall.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.tidehall.acceptance.RunningHall.Broker;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page of a ticket whose outlook worsens; the controller's answers are written here. */
@Timeout(300)
class PhonePageTest {
  private static final String ANSWER =
      """
      {"number": "A017", "line": {"zh": "社保医保", "en": "Social & medical insurance"},
       "state": "waiting", "ahead": 12, "outlook": {"low": %s, "rough": false}, "window": "",
       "windows": ["1", "2"], "hall": {"zh": "便民服务中心", "en": "Township Service Hall"},
       "told": {"low": 15, "high": 25, "rough": false}, "worse": %s}
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
}
