package io.tidehall.hall.notice;

/** The copies of a notice (一式三联), in the order in which they are printed. */
public enum Copy {
  /** 窗口存档. */
  WINDOW,
  /** 服务对象. */
  VISITOR,
  /** 中心备案. */
  CENTRE
}
