/**
 * The reader of second-generation ID cards: frames, the find–select–read cycle, and what of a card
 * is looked at. The photo is neither decoded nor kept; name and address are not even taken out of
 * the bytes; the number leaves the kiosk as a keyed hash only.
 */
@NullMarked
package io.tidehall.kiosk.reader;

import org.jspecify.annotations.NullMarked;
