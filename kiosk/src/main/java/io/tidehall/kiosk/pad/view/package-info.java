/** The rating pad's screens in JavaFX. */
@NullMarked
package io.tidehall.kiosk.pad.view;

import org.jspecify.annotations.NullMarked;
