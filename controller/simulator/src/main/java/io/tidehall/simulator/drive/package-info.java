/**
 * The line protocol of an outside simulator: it plays the hall, and this answers with the
 * production rules.
 */
@NullMarked
package io.tidehall.simulator.drive;

import org.jspecify.annotations.NullMarked;
