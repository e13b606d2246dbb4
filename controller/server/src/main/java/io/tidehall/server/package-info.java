/** The controller: one writer around the pure rules, its journal, and the edges that feed it. */
@NullMarked
package io.tidehall.server;

import org.jspecify.annotations.NullMarked;
