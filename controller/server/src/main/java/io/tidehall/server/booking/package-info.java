/**
 * Bookings from outside: what somebody asks for becomes a command, and whoever it is becomes a hash
 * before anything else sees it.
 */
@NullMarked
package io.tidehall.server.booking;

import org.jspecify.annotations.NullMarked;
