/**
 * What every device app shares: how it is started ({@link io.tidehall.device.DeviceMain}), its
 * texts and the hall's time. The screens are in {@code view}, the pure flows' runner in {@code
 * flow}, buttons in {@code hardware}.
 */
@NullMarked
package io.tidehall.device;

import org.jspecify.annotations.NullMarked;
