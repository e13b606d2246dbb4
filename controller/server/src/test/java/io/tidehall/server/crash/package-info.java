/** A real controller killed again and again under load: what it acknowledged must outlive it. */
@NullMarked
package io.tidehall.server.crash;

import org.jspecify.annotations.NullMarked;
