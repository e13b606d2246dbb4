/** What windows might learn next, from what the hall's own log says of work and use. */
@NullMarked
package io.tidehall.hall.skill;

import org.jspecify.annotations.NullMarked;
