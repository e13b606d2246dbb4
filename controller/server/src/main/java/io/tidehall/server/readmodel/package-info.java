/**
 * The read model: what happened, as tables to ask with SQL. It is derived from the journal alone;
 * it may be dropped at any time and is built again.
 */
@NullMarked
package io.tidehall.server.readmodel;

import org.jspecify.annotations.NullMarked;
