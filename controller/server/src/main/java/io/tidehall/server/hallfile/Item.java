package io.tidehall.server.hallfile;

import io.tidehall.protocol.Text;

/**
 * An item (事项) as published, or as a hall adds it.
 *
 * @param id stable for ever: the level and the number on the published list, such as {@code
 *     town-8}; {@code guide-5} for one that only the guides know
 * @param type such as 行政许可
 * @param field life field, such as 社会保险
 * @param guide what its guide tells; empty where there is none
 */
public record Item(String id, Text name, String type, String field, Guide guide) {}
