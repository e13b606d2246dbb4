@NullMarked
package io.tidehall.server.reload;

import org.jspecify.annotations.NullMarked;
