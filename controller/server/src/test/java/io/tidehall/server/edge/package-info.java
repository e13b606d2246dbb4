/** The edge tried over a broker in memory, with the real rules and writer behind it. */
@NullMarked
package io.tidehall.server.edge;

import org.jspecify.annotations.NullMarked;
