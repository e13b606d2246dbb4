/** Ratings (好差评) that may still be given. */
@NullMarked
package io.tidehall.hall.rating;

import org.jspecify.annotations.NullMarked;
