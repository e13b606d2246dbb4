package io.tidehall.kiosk.flow;

import io.tidehall.protocol.Act;
import io.tidehall.protocol.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a citizen has chosen so far.
 *
 * @param line the business line's id
 * @param item the item's id, or null when they did not say
 * @param green the green channel reason's id, or null
 */
public record Choice(String line, @Nullable String item, @Nullable String green) {
  Choice withGreen(@Nullable String reason) {
    return new Choice(line, item, reason);
  }

  Act.TakeTicket wish(Language language) {
    return new Act.TakeTicket(
        line, item == null ? List.of() : List.of(item), green, null, language);
  }
}
