package io.tidehall.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidehall.acceptance.RunningHall.Broker;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A manager moves a line to a window without a mouse, looks first, and takes it back. */
@Timeout(300)
class WindowsPlanTest {
  private static final String WINDOW = "9";
  private static final String ADDED = "[data-window='9'] [data-remove='B']";

  @Test
  void aLineIsMovedByKeyboardLookedAtAppliedAndTakenBack(@TempDir Path folder) throws Exception {
    try (var hall = RunningHall.start(folder.resolve("data"), Broker.EMBEDDED);
        var clerk = new StaffPage(hall, "101")) {
      clerk.takeWindow(WINDOW);
      try (var staff = hall.staff("100")) {
        for (int i = 0; i < 3; i++) {
          staff.post("/api/tickets", Map.of("line", "B"));
        }
      }
      assertThat(clerk.at("#idle")).isVisible();
      StaffPage manager = clerk.colleague("100");
      manager.go("/manager");

      manager.at("[data-window='9'] [data-act='menu']").press("Enter");
      manager.at("[data-add='B']").press("Enter");
      assertThat(manager.at("#preview[data-state='ready'] [data-effect='B']")).isVisible();
      assertThat(manager.at(ADDED)).hasCount(0);
      manager.at("#apply").press("Enter");
      assertThat(manager.at(ADDED)).isVisible();
      assertThat(clerk.at("[data-number^='B']")).hasCount(3);

      manager.at("#undo").press("Enter");
      assertThat(manager.at(ADDED)).hasCount(0);
      assertThat(clerk.at("[data-number^='B']")).hasCount(0);
    }
  }

  @Test
  void aClerkIsDraggedToTheTidalWindowAndTakenBack(@TempDir Path folder) throws Exception {
    try (var hall = RunningHall.start(folder.resolve("data"), Broker.EMBEDDED);
        var clerk = new StaffPage(hall, "101")) {
      clerk.takeWindow(WINDOW);
      assertThat(clerk.at("#idle")).isVisible();
      assertThat(clerk.at("#moved")).hasCount(0);
      StaffPage manager = clerk.colleague("100");
      manager.go("/manager");

      var name = "[data-window='%s'] .who .name";
      // Both cards are on the screen, as they are for a hand: no scrolling in the midst of a drag.
      manager.at("[data-window='11'] .lines").scrollIntoViewIfNeeded();
      manager.at(name.formatted(WINDOW)).dragTo(manager.at("[data-window='11'] .kind"));
      assertThat(manager.at("#preview[data-state='ready']")).isVisible();
      manager.at("#apply").click();
      assertEquals("请填写此项", manager.at("#reason").evaluate("it => it.validationMessage"));
      manager.at("#reason").fill("等候人多");
      manager.at("#apply").click();
      assertThat(manager.at(name.formatted("11"))).hasText("王秀兰");
      assertThat(manager.at(name.formatted(WINDOW))).hasCount(0);
      isTold(clerk, "11");
      clerk.page().reload();
      isTold(clerk, "11");
      clerk.at("#moved-read").click();
      assertThat(clerk.at("#moved")).hasCount(0);
      assertThat(clerk.at("#primary[data-step='next']:enabled")).isVisible();

      manager.at("#undo").click();
      assertThat(manager.at(name.formatted(WINDOW))).hasText("王秀兰");
      isTold(clerk, WINDOW);
      clerk.at("#moved-read").click();
      assertThat(manager.at("[data-window='11'].out")).isVisible();
      assertThat(manager.at("#devices-online")).isVisible();

      // Who has a ticket ends it first; until then it can be taken back.
      try (var staff = hall.staff("100")) {
        staff.post("/api/tickets", Map.of("line", "A"));
      }
      clerk.press("next");
      assertThat(clerk.at("#primary[data-step='arrive']")).isVisible();
      manager.at("[data-window='11'] [data-act='menu']").click();
      manager.at("[data-act='lend']").click();
      manager.at("[data-from='%s']".formatted(WINDOW)).click();
      manager.at("#reason").fill("等候人多");
      manager.at("#apply").click();
      String after = "[data-window='%s'] [data-after]".formatted(WINDOW);
      assertThat(manager.at(after)).containsText("11");
      assertThat(clerk.at("[data-after]")).containsText("11");
      assertThat(manager.at("[data-window='11'] [data-coming='9']")).containsText("王秀兰");
      manager.at("#undo").click();
      assertThat(manager.at("#put-back")).containsText("已取消安排");
      assertThat(manager.at(after)).hasCount(0);
      assertThat(clerk.at("[data-after]")).hasCount(0);
    }
  }

  /** A clerk who was moved sees it, and calls nobody before she has said so. */
  private static void isTold(StaffPage clerk, String window) {
    assertThat(clerk.at("#moved")).containsText("管理员已把您调到 " + window + " 号窗口，请过去");
    clerk.page().keyboard().press("F2");
    clerk.page().keyboard().press("Space");
    assertThat(clerk.at("#primary[data-step='next']")).isDisabled();
    assertThat(clerk.at("#moved")).isVisible();
  }
}
