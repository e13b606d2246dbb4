/** What a hall file must be, and what is said of one that is not. */
@NullMarked
package io.tidehall.server.hallfile;

import org.jspecify.annotations.NullMarked;
