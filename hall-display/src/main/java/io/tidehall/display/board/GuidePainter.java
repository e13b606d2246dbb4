package io.tidehall.display.board;

import io.tidehall.display.Words;
import io.tidehall.display.board.BoardPicture.Centre;
import io.tidehall.protocol.Catalogue;
import io.tidehall.protocol.Language;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** In calm times the board tells in turn what items need, and between two of them what to do. */
final class GuidePainter {
  /** How long a guide stays, and as long the words between two. */
  static final int SECONDS = 16;

  /** Materials shown of one item. */
  static final int MATERIALS = 6;

  private GuidePainter() {}

  /** The guide whose turn it is; empty when it is nobody's, or the hall has none. */
  static Optional<Centre> turn(@Nullable Catalogue catalogue, Instant now, Language language) {
    long turn = Math.floorDiv(now.getEpochSecond(), SECONDS);
    if (catalogue == null || turn % 2 == 0) {
      return Optional.empty();
    }
    List<Catalogue.Item> guided =
        catalogue.items().stream().filter(it -> !it.materials().isEmpty()).toList();
    if (guided.isEmpty()) {
      return Optional.empty();
    }
    int which = Math.toIntExact(Math.floorMod(Math.floorDiv(turn, 2), (long) guided.size()));
    return Optional.of(guide(catalogue, guided.get(which), Words.in(language)));
  }

  private static Centre guide(Catalogue catalogue, Catalogue.Item item, Words words) {
    List<String> materials = item.materials();
    return new Centre.Guide(
        words.say("board.guide"),
        item.name().in(words.language()),
        words.say("board.guide.materials"),
        materials.subList(0, Math.min(MATERIALS, materials.size())),
        materials.size() > MATERIALS ? words.say("board.guide.more", materials.size()) : "",
        item.promise().isEmpty() ? "" : words.say("board.guide.promise", item.promise()),
        item.fee().isEmpty() ? "" : words.say("board.guide.fee", item.fee()),
        catalogue.lines().stream()
            .filter(it -> it.items().contains(item.id()))
            .findFirst()
            .map(it -> words.say("board.guide.line", it.prefix(), it.name().in(words.language())))
            .orElse(""));
  }
}
