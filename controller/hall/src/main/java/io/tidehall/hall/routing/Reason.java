package io.tidehall.hall.routing;

/**
 * Why a choice was made; recorded with the call, for the clerk, the manager and the auditor.
 *
 * @param policy the policy that chose
 * @param rule the rule of it that applied, in one word
 */
public record Reason(String policy, String rule, String zh, String en) {}
