/** The controller as a whole. */
@NullMarked
package io.tidehall.server;

import org.jspecify.annotations.NullMarked;
