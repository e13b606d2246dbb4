/** The ticket printer as a device of its own: the program that joins its parts. */
@NullMarked
package io.tidehall.printer;

import org.jspecify.annotations.NullMarked;
