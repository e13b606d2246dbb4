/** Tests of the displays, on states of a township hall. */
@NullMarked
package io.tidehall.display;

import org.jspecify.annotations.NullMarked;
