package io.tidehall.hall.routing;

/**
 * Why a choice was made; recorded with the call, for the clerk, the manager and the auditor.
 *
 * @param policy the policy that chose
 * @param rule the rule of it that applied, in one word
 */
public record Reason(String policy, String rule, String zh, String en) {
  /** A ticket that was transferred to this window or clerk. */
  static Reason sentHere(String policy) {
    return new Reason(
        policy, "transferred-here", "转至本窗口，候时最长", "sent here, and the longest waiting");
  }
}
