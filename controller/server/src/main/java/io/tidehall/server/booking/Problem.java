package io.tidehall.server.booking;

import io.tidehall.protocol.Text;

/**
 * What is wrong with a wish.
 *
 * @param row line of the file, its heading being 1; 0 for a single wish
 * @param field the field or column, or empty
 */
public record Problem(int row, String field, Text message) {}
