package io.tidehall.display.counter;

import io.tidehall.protocol.Text;

/**
 * What is seen above a counter at one instant. The headline stands in both languages at once; the
 * foot changes language.
 *
 * @param tag that the window is on duty, or tidal, or empty
 * @param number the number called or served, or empty
 * @param times "second call", or that it is the window's last number, or empty
 * @param lines the lines served, shortened to what fits, or empty
 * @param stale why and since when the content may be old; empty while the hall is heard
 */
public record CounterPicture(
    String window,
    Text windowWord,
    Text name,
    Text kind,
    Text tag,
    Tone tone,
    String number,
    Text headline,
    Text detail,
    Text times,
    String linesTitle,
    String lines,
    String clerk,
    String clock,
    String stale) {
  /** How the headline is painted; what it means always stands in words as well. */
  public enum Tone {
    CONNECTING,
    NOT_OPEN,
    OPENING,
    WELCOME,
    CALLING_FRESH,
    CALLING,
    SERVING,
    PAUSED
  }
}
