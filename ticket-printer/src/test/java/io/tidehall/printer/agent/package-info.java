/** Tests. */
@NullMarked
package io.tidehall.printer.agent;

import org.jspecify.annotations.NullMarked;
