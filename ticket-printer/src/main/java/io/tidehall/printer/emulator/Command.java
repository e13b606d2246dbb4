package io.tidehall.printer.emulator;

import io.tidehall.printer.slip.Dots;
import io.tidehall.printer.slip.PrintOp.Align;

/** What the emulator understood of the bytes sent to it. */
sealed interface Command {
  /** One printable character. */
  record Glyph(int codePoint) implements Command {}

  /** The line collected so far is printed, even when empty. */
  record LineFeed() implements Command {}

  /** Everything back to how it is after switching on. */
  record Reset() implements Command {}

  /** Size of ASCII by {@code ESC !}, with bold. */
  record AsciiLook(int wide, int high, boolean bold) implements Command {}

  /** Size of Chinese by {@code FS !}. */
  record ChineseLook(int wide, int high) implements Command {}

  /** Size of everything by {@code GS !}. */
  record Size(int wide, int high) implements Command {}

  record Bold(boolean on) implements Command {}

  record Alignment(Align align) implements Command {}

  record LineSpacing(int dots) implements Command {}

  /** Paper moved by dots after printing what is collected. */
  record Feed(int dots) implements Command {}

  record FeedLines(int lines) implements Command {}

  record Picture(Dots dots) implements Command {}

  record QrCode(String content, int module) implements Command {}

  record Cut(int feed) implements Command {}

  /** Asked and answered at once, past everything waiting: {@code DLE EOT n}. */
  record StatusRequest(int n) implements Command {}

  /** What to tell unasked from now on: {@code GS a n}. */
  record UnaskedStatus(int n) implements Command {}

  /** Answered when everything before is printed: {@code GS r 1}. */
  record EndMarkRequest() implements Command {}
}
