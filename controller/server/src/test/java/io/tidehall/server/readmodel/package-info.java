/** Tests of the read model on halls driven through the real core. */
@NullMarked
package io.tidehall.server.readmodel;

import org.jspecify.annotations.NullMarked;
