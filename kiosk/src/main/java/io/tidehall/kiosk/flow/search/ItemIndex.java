package io.tidehall.kiosk.flow.search;

import io.tidehall.protocol.Catalogue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The items of a catalogue, found by what a visitor has typed so far. Best first: initials from the
 * beginning ({@code zdsh}), pinyin or English from the beginning, the same from inside the name,
 * pieces of the name in order ({@code dibao}), and last what was typed with one slip. Names equally
 * good stay in the catalogue's order.
 */
public final class ItemIndex {
  /** Shorter than this, a word with a slip could be anything. */
  private static final int SLIP_FROM = 4;

  /** Two whole syllables at least: one alone is found inside the name already. */
  private static final int GATHER_FROM = 4;

  private static final int INITIALS = 0;
  private static final int BEGINNING = 1;
  private static final int INSIDE = 2;
  private static final int GATHERED = 3;
  private static final int SLIP = 4;

  private final List<Entry> entries;

  private record Entry(Catalogue.Item item, List<Name> names) {}

  private record Hit(Catalogue.Item item, int rank) {}

  private ItemIndex(List<Entry> entries) {
    this.entries = entries;
  }

  /** The index of these items. */
  public static ItemIndex of(List<Catalogue.Item> items) {
    return new ItemIndex(items.stream().map(ItemIndex::entry).toList());
  }

  private static Entry entry(Catalogue.Item item) {
    var names = new ArrayList<Name>();
    names.add(Name.chinese(item.name().zh()));
    String english = item.name().en();
    if (english != null && !english.equals(item.name().zh())) {
      names.add(Name.english(english));
    }
    return new Entry(item, List.copyOf(names));
  }

  /** What was typed may mean these, best first; nothing when nothing was typed. */
  public List<Catalogue.Item> find(String typed) {
    String letters = letters(typed);
    if (letters.isEmpty()) {
      return List.of();
    }
    List<String> slips = slips(letters);
    var hits = new ArrayList<Hit>();
    for (Entry entry : entries) {
      rank(entry, letters, slips).ifPresent(rank -> hits.add(new Hit(entry.item(), rank)));
    }
    return hits.stream().sorted(Comparator.comparingInt(Hit::rank)).map(Hit::item).toList();
  }

  private static String letters(String typed) {
    return typed
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static OptionalInt rank(Entry entry, String letters, List<String> slips) {
    return entry.names().stream()
        .map(name -> rank(name, letters, slips))
        .flatMapToInt(OptionalInt::stream)
        .min();
  }

  private static OptionalInt rank(Name name, String letters, List<String> slips) {
    if (name.initials(letters, 0)) {
      return OptionalInt.of(INITIALS);
    }
    if (name.spells(letters, 0)) {
      return OptionalInt.of(BEGINNING);
    }
    if (after(name).anyMatch(at -> name.spells(letters, at) || inside(name, letters, at))) {
      return OptionalInt.of(INSIDE);
    }
    boolean characters = letters.chars().anyMatch(letter -> letter > 'z');
    if ((characters || letters.length() >= GATHER_FROM) && name.gathers(letters, 0)) {
      return OptionalInt.of(GATHERED);
    }
    boolean slipped =
        slips.stream()
            .anyMatch(
                slip ->
                    name.initials(slip, 0)
                        || IntStream.range(0, name.size()).anyMatch(at -> name.spells(slip, at)));
    return slipped ? OptionalInt.of(SLIP) : OptionalInt.empty();
  }

  private static IntStream after(Name name) {
    return IntStream.range(1, name.size());
  }

  /** One letter alone stands inside every name as an initial: that says nothing. */
  private static boolean inside(Name name, String letters, int at) {
    return letters.length() > 1 && name.initials(letters, at);
  }

  /** What may have been meant: one letter wrong, one too many, one missing, or two swapped. */
  private static List<String> slips(String letters) {
    if (letters.length() < SLIP_FROM) {
      return List.of();
    }
    var slips = new ArrayList<String>();
    for (int i = 0; i <= letters.length(); i++) {
      String before = letters.substring(0, i);
      String after = letters.substring(i);
      if (i > 0 && !after.isEmpty()) {
        slips.add(before + Name.ANY + after);
      }
      if (!after.isEmpty()) {
        slips.add(before + Name.ANY + after.substring(1));
        slips.add(before + after.substring(1));
      }
      if (after.length() > 1) {
        slips.add(before + after.charAt(1) + after.charAt(0) + after.substring(2));
      }
    }
    return List.copyOf(slips);
  }
}
