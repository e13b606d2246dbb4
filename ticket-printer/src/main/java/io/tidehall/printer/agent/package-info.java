/**
 * Jobs from the hall, each printed once: the durable record of jobs, the printer's condition, the
 * reports.
 */
@NullMarked
package io.tidehall.printer.agent;

import org.jspecify.annotations.NullMarked;
