package io.tidehall.hall.plan;

/** The kinds of window in a service hall; {@code zh} and {@code en} are their names. */
public enum WindowKind {
  /** Takes (nearly) every line. */
  COMPREHENSIVE("综合受理窗口", "Comprehensive", false),
  /** The half of a split comprehensive window that takes papers in. */
  COMPREHENSIVE_SUBMIT("无差别受理窗口", "Comprehensive: submit", false),
  /** The half of a split comprehensive window that finishes on the spot. */
  COMPREHENSIVE_ON_THE_SPOT("无差别即办窗口", "Comprehensive: on the spot", false),
  /** Takes only its own key or high-frequency lines. */
  DEDICATED("固定专值窗口", "Dedicated", true),
  /** Opened for a season, a schedule or a peak, then closed again. */
  TIDAL("潮汐窗口", "Tidal", false),
  /** Hands out results. */
  CERTIFICATE("统一出证窗口", "Certificate", true),
  /** Undifferentiated advice, help and agency. */
  ASSIST("帮办咨询窗口", "Assist", true),
  /** Takes "could not get it done" cases. */
  RESOLUTION("“办不成事”反映窗口", "Resolution", true),
  /** Staffed at noon, evenings, weekends and holidays. */
  DUTY("值班窗口", "Duty", false);

  private final String zh;
  private final String en;
  private final boolean specialised;

  WindowKind(String zh, String en, boolean specialised) {
    this.zh = zh;
    this.en = en;
    this.specialised = specialised;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }

  /** Whether the window keeps to its own lines; an arriving ticket goes to such a window first. */
  public boolean specialised() {
    return specialised;
  }

  public boolean comprehensive() {
    return this == COMPREHENSIVE
        || this == COMPREHENSIVE_SUBMIT
        || this == COMPREHENSIVE_ON_THE_SPOT;
  }
}
