package io.tidehall.acceptance;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Has what is expected of a page waited for long: a busy machine is slow. */
public final class BrowserPatience implements BeforeAllCallback {
  private static final double LONG = 60_000;

  /** Called by JUnit. */
  public BrowserPatience() {}

  @Override
  public void beforeAll(ExtensionContext context) {
    PlaywrightAssertions.setDefaultAssertionTimeout(LONG);
  }
}
