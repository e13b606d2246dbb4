package io.tidehall.hall.window;

import io.tidehall.hall.plan.WindowId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a manager has arranged for a clerk once the ticket she has is gone.
 *
 * @param window the window she goes to; null when hers pauses
 * @param closes whether the window she leaves goes out of service
 * @param until when a pause is planned to end, if that is known
 * @param by the manager
 */
public record AfterTicket(
    @Nullable WindowId window, boolean closes, @Nullable Instant until, String reason, String by) {}
