/** The HTTP interface and its pages, tried over real connections. */
@NullMarked
package io.tidehall.server.web;

import org.jspecify.annotations.NullMarked;
