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
 * @param guide the item's page that they came from, or null when they came by the line's items
 */
public record Choice(
    String line, @Nullable String item, @Nullable String green, Screen.@Nullable Guide guide) {
  public Choice(String line, @Nullable String item, @Nullable String green) {
    this(line, item, green, null);
  }

  Choice withGreen(@Nullable String reason) {
    return new Choice(line, item, reason, guide);
  }

  Act.TakeTicket wish(Language language) {
    return new Act.TakeTicket(
        line, item == null ? List.of() : List.of(item), green, null, language);
  }
}
