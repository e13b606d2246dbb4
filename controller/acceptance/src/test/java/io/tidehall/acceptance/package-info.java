/**
 * The whole hall from outside: a real controller, real device apps, a real browser and a real
 * broker. Start with HallChainTest; the other classes stand in for devices and staff.
 */
@NullMarked
package io.tidehall.acceptance;

import org.jspecify.annotations.NullMarked;
