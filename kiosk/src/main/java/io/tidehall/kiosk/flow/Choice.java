package io.tidehall.kiosk.flow;

import io.tidehall.kiosk.flow.Screen.Guide;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.Language;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a citizen has chosen so far.
 *
 * @param line the business line's id
 * @param items ids of the items, in the order chosen; empty when they did not say
 * @param green the green channel reason's id, or null
 * @param guide the item's page that they came from, or null when they came by the line's items
 * @param who who it is for; null when nobody has asked yet
 */
public record Choice(
    String line,
    List<String> items,
    @Nullable String green,
    @Nullable Guide guide,
    @Nullable Who who) {
  /** As many as fit on the page that names them. */
  static final int MOST_ITEMS = 5;

  public Choice {
    items = List.copyOf(items);
  }

  public Choice(String line, @Nullable String item, @Nullable String green) {
    this(line, item, green, null);
  }

  Choice(String line, @Nullable String item, @Nullable String green, @Nullable Guide guide) {
    this(line, item == null ? List.of() : List.of(item), green, guide, null);
  }

  /**
   * Who takes the ticket, as far as the kiosk was told.
   *
   * @param person the keyed hash of a number; null when they do without
   * @param aged whether they are old enough for the green channel, by their card
   */
  public record Who(@Nullable String person, boolean aged) {
    /** Somebody who does not say. */
    public static final Who UNSAID = new Who(null, false);

    @Override
    public String toString() {
      return person == null ? "Who[unsaid]" : "Who[said]";
    }
  }

  Choice withGreen(@Nullable String reason) {
    return new Choice(line, items, reason, guide, who);
  }

  Choice of(Who known) {
    return new Choice(line, items, green, guide, known);
  }

  Choice in(String other) {
    return new Choice(other, items, green, guide, who);
  }

  /** With one more item, or the same when it is there already; it came by no item's page. */
  Choice plus(@Nullable String item) {
    if (item == null || items.contains(item)) {
      return this;
    }
    var more = new ArrayList<>(items);
    more.add(item);
    return new Choice(line, more, green, null, who);
  }

  /** Without the item chosen last. */
  Choice withoutLast() {
    return new Choice(line, items.subList(0, items.size() - 1), green, null, who);
  }

  /** Whether another item may be added. */
  public boolean mayGrow() {
    return !items.isEmpty() && items.size() < MOST_ITEMS;
  }

  Act.TakeTicket wish(Language language) {
    return new Act.TakeTicket(line, items, green, who == null ? null : who.person(), language);
  }
}
