/**
 * The JavaFX shell: a window of a pure design size, scaled to what is there, headless where there
 * is no screen, photographed on request. The only packages that know JavaFX are named {@code view}.
 */
@NullMarked
package io.tidehall.device.view;

import org.jspecify.annotations.NullMarked;
