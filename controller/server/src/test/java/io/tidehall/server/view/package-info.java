/** The words of views. */
@NullMarked
package io.tidehall.server.view;

import org.jspecify.annotations.NullMarked;
