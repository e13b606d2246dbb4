/**
 * The one writer: requests are decided, journalled, adopted, announced and answered here, in that
 * order, on one thread.
 */
@NullMarked
package io.tidehall.server.writer;

import org.jspecify.annotations.NullMarked;
