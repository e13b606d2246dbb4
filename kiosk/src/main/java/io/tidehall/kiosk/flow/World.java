package io.tidehall.kiosk.flow;

import io.tidehall.kiosk.flow.search.ItemIndex;
import io.tidehall.link.DeviceSession.Reach;
import io.tidehall.protocol.Catalogue;
import io.tidehall.protocol.DeviceSetup;
import io.tidehall.protocol.DeviceStatus.Paper;
import io.tidehall.protocol.HallStatus;
import io.tidehall.protocol.LinesState;
import io.tidehall.protocol.Message;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the kiosk knows of the hall: the latest of each state, as the hall last said it.
 *
 * @param index the catalogue's items, ready to be searched
 */
public record World(
    @Nullable HallStatus hall,
    @Nullable Catalogue catalogue,
    ItemIndex index,
    @Nullable LinesState lines,
    @Nullable DeviceSetup setup,
    Reach reach) {

  static World unknown() {
    return new World(null, null, ItemIndex.of(List.of()), null, null, Reach.NO_BROKER);
  }

  /** With what the hall said. The topics' messages come in order, so the latest is the truth. */
  World with(Message message) {
    return switch (message) {
      case HallStatus it -> new World(it, catalogue, index, lines, setup, reach);
      case Catalogue it -> new World(hall, it, ItemIndex.of(it.items()), lines, setup, reach);
      case LinesState it -> new World(hall, catalogue, index, it, setup, reach);
      case DeviceSetup it -> new World(hall, catalogue, index, lines, it, reach);
      default -> this;
    };
  }

  World with(Reach next) {
    return new World(hall, catalogue, index, lines, setup, next);
  }

  /** Why no ticket can be taken here, if so. */
  public Optional<Block> block() {
    boolean said = hall != null && catalogue != null && lines != null && setup != null;
    if (reach == Reach.NO_BROKER) {
      return Optional.of(said ? Block.NO_BROKER : Block.STARTING);
    }
    if (reach == Reach.NO_CONTROLLER) {
      return Optional.of(Block.NO_CONTROLLER);
    }
    if (hall == null || setup == null || !said) {
      return Optional.of(Block.STARTING);
    }
    if (!hall.open()) {
      return Optional.of(Block.CLOSED);
    }
    return Optional.ofNullable(setup.printer()).flatMap(World::printerBlock);
  }

  private static Optional<Block> printerBlock(DeviceSetup.Printer printer) {
    if (printer.paper() == Paper.OUT) {
      return Optional.of(Block.PAPER_OUT);
    }
    return printer.online() && printer.ready() ? Optional.empty() : Optional.of(Block.PRINTER_DOWN);
  }

  /** Whether a slip comes out of this kiosk. */
  public boolean prints() {
    return setup != null && setup.printer() != null;
  }

  public Optional<Catalogue.Line> line(String id) {
    return catalogue == null
        ? Optional.empty()
        : catalogue.lines().stream().filter(it -> it.id().equals(id)).findFirst();
  }

  public Optional<Catalogue.Item> item(@Nullable String id) {
    return catalogue == null || id == null
        ? Optional.empty()
        : catalogue.items().stream().filter(it -> it.id().equals(id)).findFirst();
  }

  /** The line that serves an item: one that takes numbers now, if there is one. */
  public Optional<Catalogue.Line> lineOf(String item) {
    List<Catalogue.Line> lines =
        catalogue == null
            ? List.of()
            : catalogue.lines().stream().filter(it -> it.items().contains(item)).toList();
    return lines.stream()
        .filter(it -> taking(it.id()))
        .findFirst()
        .or(() -> lines.stream().findFirst());
  }

  public Optional<Catalogue.Green> green(@Nullable String id) {
    return catalogue == null || id == null
        ? Optional.empty()
        : catalogue.greens().stream().filter(it -> it.id().equals(id)).findFirst();
  }

  /** How busy a line is; empty when the hall has not said. */
  public Optional<LinesState.Load> load(String line) {
    return lines == null
        ? Optional.empty()
        : lines.lines().stream().filter(it -> it.line().equals(line)).findFirst();
  }

  /** Whether a ticket of the line can be taken now. */
  public boolean taking(String line) {
    return load(line).map(LinesState.Load::taking).orElse(false);
  }
}
