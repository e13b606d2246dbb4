/**
 * The broker in the middle: embedded by default, with an access list for each device; the same
 * lists can be written as files for an external Mosquitto.
 */
@NullMarked
package io.tidehall.server.broker;

import org.jspecify.annotations.NullMarked;
