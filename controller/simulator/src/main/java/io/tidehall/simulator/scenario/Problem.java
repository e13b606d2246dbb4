package io.tidehall.simulator.scenario;

/**
 * One thing that is wrong with a scenario.
 *
 * @param key where in the file, such as {@code windows[2].type}
 */
public record Problem(String file, String key, String expected, String came) {
  public String text() {
    return file
        + ": "
        + (key.isEmpty() ? "" : key + ": ")
        + "expected "
        + expected
        + ", but "
        + came
        + ".";
  }
}
