package io.tidehall.hall.skill;

import io.tidehall.hall.plan.WindowId;

/**
 * A window that should learn a field next.
 *
 * @param savedMinutes waiting time saved in a period like the one looked at, of all tickets
 *     together
 * @param savedPerTicket the same for the mean ticket of the hall
 */
public record SkillAdvice(
    WindowId window,
    String field,
    double savedMinutes,
    double savedPerTicket,
    String zh,
    String en) {}
