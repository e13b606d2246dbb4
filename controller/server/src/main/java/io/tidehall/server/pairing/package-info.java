/**
 * Devices that wait to be paired, and what managers do with devices: accept, refuse, move, revoke.
 */
@NullMarked
package io.tidehall.server.pairing;

import org.jspecify.annotations.NullMarked;
