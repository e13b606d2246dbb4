/** Working days and opening hours, from dates given as data. */
@NullMarked
package io.tidehall.hall.calendar;

import org.jspecify.annotations.NullMarked;
