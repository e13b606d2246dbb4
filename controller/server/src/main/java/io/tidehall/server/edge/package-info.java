/** Devices: their requests in, the hall's states and print jobs out, by MQTT. */
@NullMarked
package io.tidehall.server.edge;

import org.jspecify.annotations.NullMarked;
