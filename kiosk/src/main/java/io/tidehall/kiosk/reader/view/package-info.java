/** The panel of the emulated reader. On the JavaFX thread. */
@NullMarked
package io.tidehall.kiosk.reader.view;

import org.jspecify.annotations.NullMarked;
