package io.tidehall.device.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlowRunnerTest {
  private final List<String> seen = new ArrayList<>();

  private FlowRunner<String, String, String> runner() {
    Flow<String, String, String> flow =
        (screen, happening) ->
            switch (happening) {
              case "bug" -> throw new IllegalStateException("a bug");
              case "nothing" -> Flow.Step.to(screen);
              default -> Flow.Step.to(screen + happening, "do " + happening);
            };
    return new FlowRunner<>(
        "a", flow, Runnable::run, screen -> seen.add("show " + screen), seen::add);
  }

  @Test
  void theViewHearsOfAScreenBeforeItsEffectsAreCarriedOut() {
    var runner = runner();
    runner.happen("b");
    assertEquals(List.of("show a", "show ab", "do b"), seen);
  }

  @Test
  void aScreenThatStaysIsNotShownAgain() {
    runner().happen("nothing");
    assertEquals(List.of("show a"), seen);
  }

  @Test
  void aBugInOneStepLeavesTheScreenAndTheNextStepWorks() {
    var runner = runner();
    runner.happen("bug");
    runner.happen("c");
    assertEquals("ac", runner.screen());
  }
}
