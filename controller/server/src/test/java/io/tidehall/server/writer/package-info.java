/** The writer tried with an honest journal in memory. */
@NullMarked
package io.tidehall.server.writer;

import org.jspecify.annotations.NullMarked;
