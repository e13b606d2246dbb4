package io.tidehall.hall.ticket;

import io.tidehall.hall.plan.Rules;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The priority classes of tickets. A class is a head start in age, not a queue of its own. */
public enum PriorityClass {
  /** The green channel (绿色通道), with a recorded reason. */
  GREEN("green", "绿色通道", "Green channel"),
  /** Booked: its age counts from its slot. */
  BOOKED("booked", "预约", "Booked"),
  NORMAL("normal", "普通", "Normal");

  private final String id;
  private final String zh;
  private final String en;

  PriorityClass(String id, String zh, String en) {
    this.id = id;
    this.zh = zh;
    this.en = en;
  }

  /** The class of a ticket; who comes too late for a booking is a walk-in. */
  public static PriorityClass of(@Nullable String greenReason, @Nullable Booked booked) {
    if (greenReason != null) {
      return GREEN;
    }
    return booked != null && !booked.late() ? BOOKED : NORMAL;
  }

  /** As hall files, policies and scenarios call it. */
  public String id() {
    return id;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }

  /** How much older than it is a ticket of this class counts. */
  public Duration headStart(Rules rules) {
    return this == GREEN ? rules.greenHeadStart() : Duration.ZERO;
  }

  /** The place of a ticket of this class that is taken at a moment. */
  public Rank rank(Rules rules, Instant now, long order) {
    return new Rank(now.minus(headStart(rules)), order);
  }
}
