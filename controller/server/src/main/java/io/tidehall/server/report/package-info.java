/**
 * The day report: what a hall's day was like in figures, without anything about a single visitor.
 */
@NullMarked
package io.tidehall.server.report;

import org.jspecify.annotations.NullMarked;
