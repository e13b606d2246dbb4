package io.tidehall.printer.slip;

/** What is peculiar to the slips of one purpose: draws its sections, in any order. */
interface Body {
  /**
   * Draws a section, or nothing when there is nothing to say.
   *
   * @param before the section that was drawn before it; empty for none
   */
  void draw(String section, String before);
}
