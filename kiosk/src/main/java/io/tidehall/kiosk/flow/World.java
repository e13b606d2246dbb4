package io.tidehall.kiosk.flow;

import io.tidehall.kiosk.flow.search.ItemIndex;
import io.tidehall.link.DeviceSession.Reach;
import io.tidehall.protocol.Catalogue;
import io.tidehall.protocol.DeviceSetup;
import io.tidehall.protocol.DeviceStatus.Paper;
import io.tidehall.protocol.HallStatus;
import io.tidehall.protocol.Identity;
import io.tidehall.protocol.LinesState;
import io.tidehall.protocol.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the kiosk knows of the hall: the latest of each state, as the hall last said it.
 *
 * @param index the catalogue's items, ready to be searched
 * @param reader how the kiosk's own ID reader is
 * @param keyed whether the kiosk has the hall's key, without which it recognises nobody
 * @param voice whether and how loud the kiosk can speak
 * @param kept what the hall said of this kiosk before the program was started, or null
 * @param senses what the sensors in its cabinet say
 */
public record World(
    @Nullable HallStatus hall,
    @Nullable Catalogue catalogue,
    ItemIndex index,
    @Nullable LinesState lines,
    @Nullable DeviceSetup setup,
    Reach reach,
    Reader reader,
    boolean keyed,
    Voice voice,
    @Nullable DeviceSetup kept,
    Senses senses) {
  /** How loud a kiosk speaks where nobody has said so, in percent. */
  static final int USUAL_LOUDNESS = 60;

  /**
   * The kiosk's voice.
   *
   * @param there whether it has one: a sound card and a speech engine
   * @param own the loudness that staff set at this kiosk, or null for the hall's
   * @param failing whether the last prompt could not be played
   */
  public record Voice(boolean there, @Nullable Integer own, boolean failing) {
    static final Voice NONE = new Voice(false, null);

    /** A voice of which nothing bad is known. */
    public Voice(boolean there, @Nullable Integer own) {
      this(there, own, false);
    }

    Voice loud(@Nullable Integer percent) {
      return new Voice(there, percent, failing);
    }
  }

  /** How an ID reader is. */
  public enum Reader {
    /** The kiosk has none. */
    NONE,
    /** It has one that does not answer. */
    MISSING,
    READY,
    /** A card that was read still lies there. */
    CARD_LIES
  }

  static World unknown(Reader reader, boolean keyed) {
    return new World(
        null,
        null,
        ItemIndex.of(List.of()),
        null,
        null,
        Reach.NO_BROKER,
        reader,
        keyed,
        Voice.NONE,
        null,
        Senses.NONE);
  }

  /** With what the hall said. The topics' messages come in order, so the latest is the truth. */
  World with(Message message) {
    return switch (message) {
      case HallStatus it ->
          new World(it, catalogue, index, lines, setup, reach, reader, keyed, voice, kept, senses);
      case Catalogue it ->
          new World(
              hall,
              it,
              ItemIndex.of(it.items()),
              lines,
              setup,
              reach,
              reader,
              keyed,
              voice,
              kept,
              senses);
      case LinesState it ->
          new World(hall, catalogue, index, it, setup, reach, reader, keyed, voice, kept, senses);
      case DeviceSetup it ->
          new World(hall, catalogue, index, lines, it, reach, reader, keyed, voice, kept, senses);
      default -> this;
    };
  }

  World with(Reach next) {
    return new World(
        hall, catalogue, index, lines, setup, next, reader, keyed, voice, kept, senses);
  }

  World with(Reader next) {
    return new World(hall, catalogue, index, lines, setup, reach, next, keyed, voice, kept, senses);
  }

  World with(Senses next) {
    return new World(hall, catalogue, index, lines, setup, reach, reader, keyed, voice, kept, next);
  }

  /** The same for whoever looks at a page: what no page shows makes none new. */
  public World unsensed() {
    return with(Senses.NONE);
  }

  /** With what was kept of an earlier run. */
  World keeping(DeviceSetup setup) {
    return new World(
        hall, catalogue, index, lines, this.setup, reach, reader, keyed, voice, setup, senses);
  }

  World with(Voice next) {
    return new World(
        hall, catalogue, index, lines, setup, reach, reader, keyed, next, kept, senses);
  }

  private DeviceSetup.@Nullable Speech speech() {
    DeviceSetup said = setup == null ? kept : setup;
    return said == null || said.kiosk() == null ? null : said.kiosk().speech();
  }

  /** How loud prompts are by themselves, in percent; 0 for never. */
  public int loudness() {
    Integer own = voice.own();
    DeviceSetup.Speech speech = speech();
    return own != null ? own : speech == null ? USUAL_LOUDNESS : speech.loudness();
  }

  /** Whether prompts can be heard here at all. */
  public boolean speaks() {
    return voice.there() && loudness() > 0;
  }

  /** Whether the hall wants prompts spoken to everybody. */
  boolean alwaysSpeaks() {
    DeviceSetup.Speech speech = speech();
    return speech != null && speech.always();
  }

  /** How one gets into the service menu. */
  public enum Door {
    /** The hall has no PIN: not at all. */
    SHUT,
    PIN,
    /** No hall was ever heard, so nobody can have given a PIN: to a part of it. */
    OPEN
  }

  public Door door() {
    return setup == null && kept == null
        ? Door.OPEN
        : servicePin().isEmpty() ? Door.SHUT : Door.PIN;
  }

  /** The hash of the PIN as the hall last said it; empty for none. */
  String servicePin() {
    DeviceSetup said = setup == null ? kept : setup;
    String pin = said == null || said.kiosk() == null ? null : said.kiosk().servicePin();
    return pin == null ? "" : pin;
  }

  /** Whether this kiosk can recognise a visitor so, and the hall wants it to. */
  public boolean recognises(Identity way) {
    List<Identity> asked = hall == null || hall.identity() == null ? List.of() : hall.identity();
    return keyed
        && asked.contains(way)
        && switch (way) {
          case NONE, PHONE_LAST_DIGITS -> true;
          case ID_CARD -> reader != Reader.NONE;
        };
  }

  /** Whether a visitor is asked at all. */
  public boolean asksWho() {
    return recognises(Identity.ID_CARD) || recognises(Identity.PHONE_LAST_DIGITS);
  }

  /** What staff should see to: what keeps it from recognising visitors, and an open door. */
  public List<String> faults() {
    List<Identity> asked = hall == null || hall.identity() == null ? List.of() : hall.identity();
    var faults = new ArrayList<String>();
    if (!asked.isEmpty() && !keyed) {
      faults.add("no-identity-key");
    }
    if (asked.contains(Identity.ID_CARD) && reader == Reader.MISSING) {
      faults.add("id-reader-missing");
    }
    if (senses.doorOpen()) {
      faults.add("door-open");
    }
    DeviceSetup.Speech speech = speech();
    if (speech != null && speech.loudness() > 0 && !voice.there()) {
      faults.add("no-prompts");
    }
    if (voice.failing()) {
      faults.add("no-sound");
    }
    return faults;
  }

  /** What the kiosk's own sensor says of the printer's paper. */
  public Paper paper() {
    Boolean low = senses.paperLow();
    return low == null ? Paper.NOT_APPLICABLE : low ? Paper.NEAR_END : Paper.OK;
  }

  /** Whether somebody of the staff should come although tickets can be taken. */
  public boolean wantsStaff() {
    boolean low =
        paper() == Paper.NEAR_END
            || (setup != null
                && setup.printer() != null
                && setup.printer().paper() == Paper.NEAR_END);
    return low || timeless() || printerTrouble().isPresent() || !faults().isEmpty();
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
      return Optional.of(timeless() ? Block.CLOCK_WRONG : Block.CLOSED);
    }
    return onScreen() ? Optional.empty() : printerTrouble();
  }

  /** Whether the hall gives numbers on the screen alone while the printer cannot print. */
  private boolean onScreen() {
    return setup != null && setup.kiosk() != null && setup.kiosk().onScreen();
  }

  /** Why numbers are given without a slip now, if they are. */
  public Optional<Block> withoutSlip() {
    return onScreen() ? printerTrouble() : Optional.empty();
  }

  /** What keeps the printer beside the kiosk from printing, whatever the hall does then. */
  public Optional<Block> printerTrouble() {
    return setup == null
        ? Optional.empty()
        : Optional.ofNullable(setup.printer()).flatMap(World::printerBlock);
  }

  /** Whether the hall's clock is wrong, so that no time and no wait can be told. */
  public boolean timeless() {
    return hall != null && hall.timeless();
  }

  private static Optional<Block> printerBlock(DeviceSetup.Printer printer) {
    if (printer.paper() == Paper.OUT) {
      return Optional.of(Block.PAPER_OUT);
    }
    return printer.online() && printer.ready() ? Optional.empty() : Optional.of(Block.PRINTER_DOWN);
  }

  /** Whether this kiosk has a printer. */
  public boolean prints() {
    return setup != null && setup.printer() != null;
  }

  /** Whether what is printed comes out of this kiosk now. */
  public boolean printsNow() {
    return prints() && printerTrouble().isEmpty();
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

  /** Whether bookings can be checked in here. */
  public boolean books() {
    return hall != null && hall.booked();
  }

  /** Whether the hall has a green channel at all. */
  public boolean hasGreens() {
    return catalogue != null && !catalogue.greens().isEmpty();
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
