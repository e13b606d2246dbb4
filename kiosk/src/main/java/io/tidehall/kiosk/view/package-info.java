/** The kiosk's screens in JavaFX: one class for each kind of page, all thin. */
@NullMarked
package io.tidehall.kiosk.view;

import org.jspecify.annotations.NullMarked;
