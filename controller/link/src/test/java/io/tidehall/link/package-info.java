/** The contract of {@link io.tidehall.link.Link} as tests, and the tests of the rest. */
@NullMarked
package io.tidehall.link;

import org.jspecify.annotations.NullMarked;
