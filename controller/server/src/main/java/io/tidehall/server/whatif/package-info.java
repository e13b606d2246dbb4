/**
 * A past day again, as it was and as it might have been: the visitors as recorded, the production
 * rules, and another policy, staffing or tidal rule. Asked for by a manager, answered in the
 * background, and kept nowhere else.
 */
@NullMarked
package io.tidehall.server.whatif;

import org.jspecify.annotations.NullMarked;
