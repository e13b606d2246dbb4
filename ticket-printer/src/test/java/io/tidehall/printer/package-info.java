/** Tests. */
@NullMarked
package io.tidehall.printer;

import org.jspecify.annotations.NullMarked;
