package io.tidehall.hall.skill;

/**
 * What a life field asked for in a period.
 *
 * @param minutes handling time of its tickets
 */
public record FieldWork(String field, int tickets, double minutes) {}
