package io.tidehall.hall.ticket;

/** The three ways to hold (挂起) a ticket; held time is not the clerk's handling time. */
public enum HoldKind {
  /** 不持件: the visitor completes papers and returns to any window of the line. */
  PAPERS_WITH_VISITOR("不持件挂起", "Papers with visitor", true),
  /** 持件: the papers stay, the visitor returns to the same window. */
  PAPERS_KEPT("持件挂起", "Papers kept", false),
  /** 等待: something is under way; the window serves others meanwhile. */
  WAITING("等待挂起", "Waiting for a step", false);

  private final String zh;
  private final String en;
  private final boolean anyWindow;

  HoldKind(String zh, String en, boolean anyWindow) {
    this.zh = zh;
    this.en = en;
    this.anyWindow = anyWindow;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }

  /** Whether any window of the line may resume it. */
  public boolean anyWindow() {
    return anyWindow;
  }
}
