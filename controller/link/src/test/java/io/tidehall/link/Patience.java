package io.tidehall.link;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Has every test that waits for something look at once and then often: by itself it would look
 * after a tenth of a second for the first time, and the tests wait some thousand times. It waits
 * long, since a busy machine is slow, and nothing waits longer than it must.
 */
public final class Patience implements BeforeAllCallback {
  private static final Duration OFTEN = Duration.ofMillis(10);
  private static final Duration LONG = Duration.ofSeconds(60);

  /** Called by JUnit. */
  public Patience() {}

  @Override
  public void beforeAll(ExtensionContext context) {
    Awaitility.setDefaultPollDelay(Duration.ZERO);
    Awaitility.setDefaultPollInterval(OFTEN);
    Awaitility.setDefaultTimeout(LONG);
  }
}
