package io.tidehall.link;

/** Ends this process when the one that started it is gone, so that nothing is left running. */
public final class ParentWatch {
  /** The environment variable that names the parent's process id. */
  public static final String VARIABLE = "TIDEHALL_PARENT";

  private ParentWatch() {}

  /** Watches the parent, if one is named. */
  public static void start() {
    String parent = System.getenv(VARIABLE);
    if (parent == null || !parent.matches("\\d{1,18}")) {
      return;
    }
    ProcessHandle.of(Long.parseLong(parent))
        .ifPresentOrElse(
            process -> {
              var _ = process.onExit().thenRun(() -> System.exit(0));
            },
            () -> System.exit(0));
  }
}
