/** Bookings (预约): when one may come, who has booked, and who has not come. */
@NullMarked
package io.tidehall.hall.booking;

import org.jspecify.annotations.NullMarked;
