/** The rules' state in the words of the wire: the one mapping between hall and protocol. */
@NullMarked
package io.tidehall.server.view;

import org.jspecify.annotations.NullMarked;
