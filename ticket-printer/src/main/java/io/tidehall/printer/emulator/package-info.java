/**
 * A printer made of software: reads ESC/POS strictly, answers status requests, draws its paper,
 * plays faults.
 */
@NullMarked
package io.tidehall.printer.emulator;

import org.jspecify.annotations.NullMarked;
