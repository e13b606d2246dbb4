/** A window and the states it can be in; which state it is says which acts are possible. */
@NullMarked
package io.tidehall.hall.window;

import org.jspecify.annotations.NullMarked;
