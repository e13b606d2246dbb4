package io.tidehall.hall.ticket;

/** How a service ended. */
public enum Outcome {
  DONE_AT_ONCE("即办办结", "Done on the spot", false),
  ACCEPTED("承诺件受理", "Accepted, promised date", false),
  SUPPLEMENT("补办件", "Papers to be completed", true),
  RETURNED("退回件", "Returned", true),
  JOINT("联办件", "Joint handling", false),
  AGENCY("代理件", "Handled by agency", false),
  CONSULTED("咨询", "Advice given", false),
  PASSED_ON("转出", "Passed on", false);

  private final String zh;
  private final String en;
  private final boolean needsReason;

  Outcome(String zh, String en, boolean needsReason) {
    this.zh = zh;
    this.en = en;
    this.needsReason = needsReason;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }

  /** Whether a notice in three copies tells of it (补办件、退回件、窗口联办通知书). */
  public boolean notified() {
    return this == SUPPLEMENT || this == RETURNED || this == JOINT;
  }

  /** Whether the citizen must be told why (否定报备, 一次性告知). */
  public boolean needsReason() {
    return needsReason;
  }
}
