/** Tests of the journal: one contract for both, the codec's golden files, kills and power cuts. */
@NullMarked
package io.tidehall.server.journal;

import org.jspecify.annotations.NullMarked;
