package io.tidehall.hall.plan;

/** A reason for the green channel (绿色通道), such as {@code elderly} 老年人. */
public record GreenReason(String id, String zh, String en) {}
