/**
 * Finding an item of the catalogue by what a visitor types: characters, pinyin, initials, English,
 * with a slip of the finger or without. Pure and ready before the first key.
 */
@NullMarked
package io.tidehall.kiosk.flow.search;

import org.jspecify.annotations.NullMarked;
