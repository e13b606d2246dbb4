package io.tidehall.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;

/** Chromium, in which a member of staff is signed in with a first password. */
final class StaffPage implements AutoCloseable {
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--no-first-run");

  /** Milliseconds: a busy machine is slow. */
  private static final double PATIENCE = 60_000;

  private final RunningHall hall;
  private final Playwright playwright;
  private final Browser browser;
  private final Page page;
  private final String account;

  StaffPage(RunningHall hall, String account) {
    this(hall, account, false);
  }

  /** Of somebody who signs in by PIN, or by password. */
  StaffPage(RunningHall hall, String account, boolean pin) {
    this.hall = hall;
    this.account = account;
    playwright = playwright();
    browser =
        playwright
            .chromium()
            .launch(new LaunchOptions().setExecutablePath(Programs.chromium()).setArgs(FLAGS));
    page = signIn(account, pin);
  }

  /**
   * The driver is unpacked once; a program that is started in that moment holds the file open for
   * writing a little longer, and until it lets go the driver cannot be run.
   */
  private static Playwright playwright() {
    var options =
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
    return Awaitility.await("the browser's driver")
        .pollInSameThread()
        .ignoreExceptionsMatching(it -> String.valueOf(it.getCause()).contains("Text file busy"))
        .until(() -> Playwright.create(options), Objects::nonNull);
  }

  private StaffPage(StaffPage other, String account) {
    hall = other.hall;
    this.account = account;
    playwright = other.playwright;
    browser = other.browser;
    page = signIn(account, false);
  }

  /** The same browser for somebody else, signed in on her own. */
  StaffPage colleague(String account) {
    return new StaffPage(this, account);
  }

  private Page signIn(String account, boolean pin) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(1366, 768));
    context.setDefaultTimeout(PATIENCE);
    Page fresh = context.newPage();
    fresh.navigate(hall.address() + "/login");
    fresh.fill("#account", account);
    fresh.click(pin ? "#by-pin" : "#by-password");
    fresh.fill("#password", pin ? hall.firstPin(account) : hall.firstPassword(account));
    fresh.click("#sign-in");
    fresh.click("#skip");
    // Whoever goes on elsewhere meets no page that is still on its way.
    fresh.waitForURL(address -> !address.contains("/login"));
    return fresh;
  }

  /** The PIN that was given to whoever is signed in here. */
  String firstPin() {
    return hall.firstPin(account);
  }

  void go(String path) {
    page.navigate(hall.address() + path);
  }

  /** The clerk sits down at a window. */
  void takeWindow(String window) {
    page.click("[data-window='%s']".formatted(window));
  }

  /** Presses the one big button when it means this step and takes presses. */
  void press(String step) {
    page.click("#primary[data-step='%s']:enabled".formatted(step));
  }

  /** Finishes with the outcome that needs no words. */
  void finish() {
    press("finish");
    // The button rests a moment, and outcomes with it, so that nobody finishes by a double press.
    page.waitForSelector("#primary[data-step='finish']:enabled");
    page.click("[data-outcome='DONE_AT_ONCE']");
  }

  /** A page for anybody, in a browser that is signed in nowhere. */
  Page stranger(int width, int height) {
    var options = new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(width, height);
    Page fresh = browser.newContext(options).newPage();
    fresh.setDefaultTimeout(PATIENCE);
    return fresh;
  }

  /** The page itself, for what its parts do not tell. */
  Page page() {
    return page;
  }

  Locator at(String selector) {
    return page.locator(selector);
  }

  byte[] picture() {
    return page.screenshot();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
