/** A crowd in a real hall, and the parts that can be tried without one. */
@NullMarked
package io.tidehall.launcher.demo;

import org.jspecify.annotations.NullMarked;
