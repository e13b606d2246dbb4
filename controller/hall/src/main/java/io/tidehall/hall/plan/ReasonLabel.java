package io.tidehall.hall.plan;

/** A reason a citizen may tick when rating, by its national code, for one level. */
public record ReasonLabel(int level, String code, String zh, String en) {}
