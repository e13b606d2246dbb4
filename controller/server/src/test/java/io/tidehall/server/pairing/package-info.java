/** Tests of pairing: codes without windows, and a device's life against a real controller. */
@NullMarked
package io.tidehall.server.pairing;

import org.jspecify.annotations.NullMarked;
