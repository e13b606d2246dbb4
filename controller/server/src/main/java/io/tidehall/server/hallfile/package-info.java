/**
 * The hall file: a hall as its manager writes it, in YAML held by a JSON Schema. Reading gives
 * either a whole {@link HallSetup} or every problem of the file at once, each with its line. The
 * published items, their guides, the official calendar and three ready halls come with it.
 */
@NullMarked
package io.tidehall.server.hallfile;

import org.jspecify.annotations.NullMarked;
