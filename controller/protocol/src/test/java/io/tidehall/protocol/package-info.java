/** The contract held fast: golden JSON, malformed input, and the AsyncAPI document. */
@NullMarked
package io.tidehall.protocol;

import org.jspecify.annotations.NullMarked;
