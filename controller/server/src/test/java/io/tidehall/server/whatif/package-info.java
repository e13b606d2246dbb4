/** Tests of what-if replays. */
@NullMarked
package io.tidehall.server.whatif;

import org.jspecify.annotations.NullMarked;
