package io.tidehall.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import io.tidehall.acceptance.RunningHall.Broker;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A clerk books for somebody who rings, takes a file in, checks in and cancels. */
@Timeout(300)
class BookingPageTest {
  private static final LocalDateTime NOW = LocalDateTime.parse("2026-11-23T09:05");

  @Test
  void aClerkBooksImportsChecksInAndCancels(@TempDir Path folder) throws Exception {
    var now = NOW.atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    try (var hall = RunningHall.start(folder.resolve("data"), Broker.EMBEDDED, () -> now);
        var clerk = new StaffPage(hall, "101")) {
      clerk.go("/bookings");
      assertThat(clerk.at("#none")).isVisible();
      clerk.at("[data-slot='2026-11-23T09:30:00']").click();
      clerk.at("#person").fill("139 0000 0001");
      clerk.at("#book").click();
      assertThat(clerk.at("#made")).containsText("09:30");
      assertThat(clerk.at("#made .code")).hasText(Pattern.compile("[0-9]{4}"));
      send(
          clerk,
          "预约编号,业务,时段,手机号\np-1,A,2026-11-23 09:10,1390\np-2,Z,2026-11-23 10:00,13900000003\n",
          "GB18030");
      assertThat(clerk.at("#file-error li")).hasCount(2);
      assertThat(clerk.at("#file-error")).containsText("第 2 行");
      Album.keep("bookings-problems", clerk.picture());
      StringBuilder file = new StringBuilder("id,line,items,from,phone\n");
      for (int i = 0; i < 12; i++) {
        String items = i == 3 ? "town-56" : "";
        file.append(
            "p-%d,%s,%s,2026-11-23 %02d:00,139000001%02d\n"
                .formatted(i, "ABCDEF".charAt(i % 6), i % 6 == 3 ? "" : items, 10 + i / 2, i));
      }
      send(clerk, file.toString(), "UTF-8");
      assertThat(clerk.at("#imported")).isVisible();
      assertThat(clerk.at("#bookings tbody tr")).hasCount(13);
      Locator first = clerk.at("#bookings tbody tr").first();
      first.locator("[data-check-in]").click();
      assertThat(clerk.at("#told")).containsText("AP001");
      clerk.at("[data-cancel='p-11']").click();
      clerk.at("[data-confirm='p-11']").click();
      assertThat(clerk.at("[data-booking='p-11'] .chip.none")).isVisible();
      // The code of whoever rang is there until it is put away.
      assertThat(clerk.at("#made .code")).isVisible();
      clerk.at("#line").selectOption("J");
      assertThat(clerk.at("#not-bookable")).containsText("不接受预约");
      assertThat(clerk.at("[data-slot]")).hasCount(0);
      clerk.at("#made-close").click();
      assertThat(clerk.at("#made")).hasCount(0);
      clerk.at("#line").selectOption("A");
      assertThat(clerk.at("#not-bookable")).hasCount(0);
      clerk.at("h1").scrollIntoViewIfNeeded();
      Album.keep("bookings", clerk.picture());
      clerk.page().setViewportSize(1920, 1080);
      clerk.at("#language").click();
      assertThat(clerk.at("h1")).hasText("Bookings");
      Album.keep("bookings-en", clerk.picture());
      clerk.go("/clerk");
      assertThat(clerk.at("nav a[href='/bookings']")).isVisible();
      clerk.page().setViewportSize(1366, 768);
      Album.keep("clerk-with-bookings", clerk.picture());
      report(hall);
    }
  }

  private static void report(RunningHall hall) throws Exception {
    try (var manager = new StaffPage(hall, "100")) {
      manager.go("/report");
      assertThat(manager.at("#bookings")).containsText("100 %");
      manager.at("#bookings").scrollIntoViewIfNeeded();
      Album.keep("report-with-bookings", manager.picture());
      assertTrue(hall.staff("100").get("/api/report").get("bookings").get("inTime").asInt() == 1);
    }
  }

  private static void send(StaffPage clerk, String file, String charset) {
    byte[] bytes =
        file.getBytes(charset.equals("UTF-8") ? StandardCharsets.UTF_8 : Charset.forName(charset));
    clerk.at("#file").setInputFiles(new FilePayload("bookings.csv", "text/csv", bytes));
    clerk.at("#upload").click();
  }
}
