package io.tidehall.link;

/** MQTT's wildcards: {@code +} stands for one level, {@code #} for all that follow. */
public final class TopicFilter {
  private TopicFilter() {}

  /** Whether a topic passes a filter. Both are split at every slash, empty levels count. */
  public static boolean matches(String filter, String topic) {
    String[] wanted = filter.split("/", -1);
    String[] levels = topic.split("/", -1);
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i].equals("#")) {
        return true;
      }
      if (i >= levels.length || !(wanted[i].equals("+") || wanted[i].equals(levels[i]))) {
        return false;
      }
    }
    return wanted.length == levels.length;
  }
}
