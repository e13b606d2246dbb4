package io.tidehall.hall.plan;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/**
 * What a hall may choose.
 *
 * @param policy name of the routing policy
 * @param calls how often a ticket may be called before it counts as a no-show
 * @param recallGap least time between two calls, so that fast presses cannot burn a ticket
 * @param returnPlace where a no-show goes that comes back
 * @param returnAfter places to wait with {@link ReturnPlace#AFTER_PLACES}
 * @param returns how often one ticket may come back
 * @param greenHeadStart head start of the green channel
 * @param ratingSilence how long the pad waits for a rating
 * @param ratingDays working days after the service in which a rating still counts
 * @param rollOver local time at which the hall's day ends; nobody is served then
 * @param clerkWindows windows a clerk may hold at once
 * @param waitTarget the wait that the hall promises; the report tells the share above it
 * @param policyParameters what the policy is set by, where it is not usual
 * @param fairness what the hall promises to everyone who waits
 * @param phoneDelay places by which the holder of a ticket may stand back once; 0 for not at all
 * @param identity how a kiosk recognises who takes a ticket; empty when it does not ask
 * @param bookings how it takes bookings; older journals lack it
 */
public record Rules(
    String policy,
    int calls,
    Duration recallGap,
    ReturnPlace returnPlace,
    int returnAfter,
    int returns,
    Duration greenHeadStart,
    Duration ratingSilence,
    int ratingDays,
    LocalTime rollOver,
    int clerkWindows,
    Duration waitTarget,
    List<PolicyPlan.Parameter> policyParameters,
    Fairness fairness,
    int phoneDelay,
    List<Identity> identity,
    BookingPlan bookings) {
  public Rules {
    // Journals from before there were parameters, promises, identities and bookings lack them.
    bookings = bookings == null ? BookingPlan.NONE : bookings;
    identity = identity == null ? List.of() : List.copyOf(identity);
    policyParameters = policyParameters == null ? List.of() : List.copyOf(policyParameters);
    fairness = fairness == null ? Fairness.none() : fairness;
    atLeast("calls", calls, 1);
    atLeast("returnAfter", returnAfter, 0);
    atLeast("returns", returns, 0);
    atLeast("ratingDays", ratingDays, 0);
    atLeast("clerkWindows", clerkWindows, 1);
    atLeast("phoneDelay", phoneDelay, 0);
    notNegative("recallGap", recallGap);
    notNegative("greenHeadStart", greenHeadStart);
    notNegative("ratingSilence", ratingSilence);
    notNegative("waitTarget", waitTarget);
  }

  /** Rules with the usual parameters of the policy, no promise and no standing back. */
  public Rules(
      String policy,
      int calls,
      Duration recallGap,
      ReturnPlace returnPlace,
      int returnAfter,
      int returns,
      Duration greenHeadStart,
      Duration ratingSilence,
      int ratingDays,
      LocalTime rollOver,
      int clerkWindows,
      Duration waitTarget) {
    this(
        policy,
        calls,
        recallGap,
        returnPlace,
        returnAfter,
        returns,
        greenHeadStart,
        ratingSilence,
        ratingDays,
        rollOver,
        clerkWindows,
        waitTarget,
        List.of(),
        Fairness.none(),
        0,
        List.of(),
        BookingPlan.NONE);
  }

  /** Whether a kiosk must know whom a ticket is for. */
  public boolean identityNeeded() {
    return !identity.isEmpty() && !identity.contains(Identity.NONE);
  }

  /** The policy with its parameters. */
  public PolicyPlan chosenPolicy() {
    return new PolicyPlan(policy, policyParameters);
  }

  public Rules withPolicy(PolicyPlan next) {
    return with(next, fairness, phoneDelay, identity, bookings);
  }

  public Rules withFairness(Fairness next) {
    return with(chosenPolicy(), next, phoneDelay, identity, bookings);
  }

  public Rules withPhoneDelay(int places) {
    return with(chosenPolicy(), fairness, places, identity, bookings);
  }

  public Rules withIdentity(List<Identity> next) {
    return with(chosenPolicy(), fairness, phoneDelay, next, bookings);
  }

  public Rules withBookings(BookingPlan next) {
    return with(chosenPolicy(), fairness, phoneDelay, identity, next);
  }

  private Rules with(
      PolicyPlan nextPolicy,
      Fairness nextFairness,
      int nextPhoneDelay,
      List<Identity> nextIdentity,
      BookingPlan nextBookings) {
    return new Rules(
        nextPolicy.name(),
        calls,
        recallGap,
        returnPlace,
        returnAfter,
        returns,
        greenHeadStart,
        ratingSilence,
        ratingDays,
        rollOver,
        clerkWindows,
        waitTarget,
        nextPolicy.parameters(),
        nextFairness,
        nextPhoneDelay,
        nextIdentity,
        nextBookings);
  }

  /** Where a no-show goes that comes back. */
  public enum ReturnPlace {
    END,
    AFTER_PLACES,
    ORIGINAL
  }

  /** The rules of a hall that has said nothing. */
  public static Rules usual() {
    return new Rules(
            "balanced",
            3,
            Duration.ofSeconds(20),
            ReturnPlace.AFTER_PLACES,
            3,
            2,
            Duration.ofMinutes(15),
            Duration.ofSeconds(60),
            5,
            LocalTime.of(4, 0),
            1,
            Duration.ofMinutes(15))
        .withPhoneDelay(3);
  }

  private static void atLeast(String rule, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(
          "expected rules." + rule + " to be at least " + least + ", but it is " + value);
    }
  }

  private static void notNegative(String rule, Duration value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException(
          "expected rules." + rule + " not to be negative, but it is " + value);
    }
  }
}
