/** People: the HTTP interface, its sessions, and the pages it serves. */
@NullMarked
package io.tidehall.server.web;

import org.jspecify.annotations.NullMarked;
