package io.tidehall.link;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Has every test that waits for something look at once and then often: by itself it would look
 * after a tenth of a second for the first time, and the tests wait some thousand times.
 */
public final class PromptAwaiting implements BeforeAllCallback {
  private static final Duration OFTEN = Duration.ofMillis(10);

  /** Called by JUnit. */
  public PromptAwaiting() {}

  @Override
  public void beforeAll(ExtensionContext context) {
    Awaitility.setDefaultPollDelay(Duration.ZERO);
    Awaitility.setDefaultPollInterval(OFTEN);
  }
}
