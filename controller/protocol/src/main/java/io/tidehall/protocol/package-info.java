/**
 * What crosses the network between a hall controller and its devices: one record per message,
 * validated when made, and one file that spells the topics. Devices see this and nothing else of
 * the hall.
 */
@NullMarked
package io.tidehall.protocol;

import org.jspecify.annotations.NullMarked;
