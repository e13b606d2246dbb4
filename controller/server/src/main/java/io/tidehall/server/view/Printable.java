package io.tidehall.server.view;

/**
 * Words as slips and displays take them. What comes in is made so at once; what an old journal
 * holds, where it goes out.
 */
public final class Printable {
  private Printable() {}

  /** A tab pasted out of a table is a space; what devices would turn away goes no further. */
  public static String of(String text) {
    return text.codePoints()
        .map(c -> c != '\n' && Character.isISOControl(c) ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
