/** What the staff have among themselves: emergency calls and messages. */
@NullMarked
package io.tidehall.hall.staff;

import org.jspecify.annotations.NullMarked;
