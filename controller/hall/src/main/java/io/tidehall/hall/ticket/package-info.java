/** A ticket and the states of its life, and the numbers it carries. */
@NullMarked
package io.tidehall.hall.ticket;

import org.jspecify.annotations.NullMarked;
