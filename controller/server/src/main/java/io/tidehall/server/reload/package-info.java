/**
 * The hall file of a running hall: what of it is in use, what has changed on the disk, and how a
 * manager takes a change over. A file that is wrong changes nothing.
 */
@NullMarked
package io.tidehall.server.reload;

import org.jspecify.annotations.NullMarked;
