package io.tidehall.display.board.view;

import javafx.css.PseudoClass;

/** The states of nodes that the stylesheet tells apart. */
final class Styles {
  static final PseudoClass CLOSED = PseudoClass.getPseudoClass("closed");
  static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
  static final PseudoClass FRESH = PseudoClass.getPseudoClass("fresh");
  static final PseudoClass DETAILED = PseudoClass.getPseudoClass("detailed");
  static final PseudoClass RECALLED = PseudoClass.getPseudoClass("recalled");
  static final PseudoClass EMPTY = PseudoClass.getPseudoClass("empty");
  static final PseudoClass LONGEST = PseudoClass.getPseudoClass("longest");
  static final PseudoClass LETTERS = PseudoClass.getPseudoClass("letters");
  static final PseudoClass TWO_LINES = PseudoClass.getPseudoClass("two-lines");
  static final PseudoClass LONG = PseudoClass.getPseudoClass("long");
  static final PseudoClass WORSE = PseudoClass.getPseudoClass("worse");

  private Styles() {}
}
