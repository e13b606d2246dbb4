package io.tidehall.display.led;

/**
 * What one strip shows.
 *
 * @param words for strips that show text
 * @param number for strips that show figures alone; 0 when there is no number
 * @param fresh whether the number was called in the last seconds
 */
public record Face(String words, int number, boolean fresh) {}
