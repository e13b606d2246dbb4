/** Who is served next, and where: policies are values that give a choice with its reason. */
@NullMarked
package io.tidehall.hall.routing;

import org.jspecify.annotations.NullMarked;
