/** Day reports against days counted by hand. */
@NullMarked
package io.tidehall.server.report;

import org.jspecify.annotations.NullMarked;
