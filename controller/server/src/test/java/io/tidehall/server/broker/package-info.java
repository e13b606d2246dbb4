/** The link's contract and the access rules, on the embedded broker and on a real Mosquitto. */
@NullMarked
package io.tidehall.server.broker;

import org.jspecify.annotations.NullMarked;
