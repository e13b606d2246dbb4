/** The journal: what has happened, durably, before anyone hears of it. */
@NullMarked
package io.tidehall.server.journal;

import org.jspecify.annotations.NullMarked;
