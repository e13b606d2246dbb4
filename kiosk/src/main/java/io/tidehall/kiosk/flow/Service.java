package io.tidehall.kiosk.flow;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What staff see of a kiosk: the way in by a PIN, and the pages of the menu behind it. */
public sealed interface Service {
  /** How long a page stays without a touch. */
  default Duration patience() {
    return Duration.ofSeconds(60);
  }

  /**
   * The PIN is typed.
   *
   * @param digits typed so far; no more than eight
   */
  record Pin(String digits, Note note) implements Service {
    public static final int LEAST = 6;
    public static final int MOST = 8;

    /** What there is to say of the last try. */
    public enum Note {
      NONE,
      CHECKING,
      WRONG,
      /** Wrong too often: nothing is taken for some minutes. */
      LOCKED
    }

    /** Whether there are enough digits to try. */
    public boolean full() {
      return digits.length() >= LEAST && note != Note.CHECKING && note != Note.LOCKED;
    }

    @Override
    public String toString() {
      return "Pin[" + digits.length() + " digits, " + note + "]";
    }
  }

  /** What there is. */
  record Menu() implements Service {}

  /** The pages that the menu leads to. */
  enum Entry {
    PRINTER,
    PAPER,
    READER,
    SOUND,
    SCREEN,
    BUTTONS,
    NETWORK,
    RESTART,
    EXIT;

    /** Whether it is there for whoever has no PIN because no hall was ever heard. */
    public boolean open() {
      return this == SCREEN || this == NETWORK || this == RESTART || this == EXIT;
    }
  }

  /** A test page of the printer beside the kiosk. */
  record Printer(Result result, long ask) implements Service {}

  /** The roll of paper was changed. */
  record Paper(Result result, long ask) implements Service {}

  /** How far something asked of the hall has come. */
  enum Result {
    NONE,
    ASKED,
    DONE,
    /** The hall says that it did not work. */
    FAILED,
    /** The printer is not there or not ready. */
    NOT_READY,
    /** Nobody has answered. */
    SILENT,
    /** The hall could not be asked at all. */
    UNREACHABLE
  }

  /** A card is laid on the reader; nothing of it is shown. */
  record Reader(Sight sight) implements Service {
    /** What became of the card. */
    public enum Sight {
      NONE,
      READ,
      UNREADABLE
    }
  }

  /**
   * How loud the kiosk speaks, and a sentence to hear it.
   *
   * @param plays how often the sentence was asked for
   */
  record Sound(int plays) implements Service {}

  /** The whole screen in one colour after another, for points that do not shine. */
  record Colours(int shown) implements Service {
    public static final int COUNT = 5;
  }

  /**
   * The whole screen in fields, for places that do not feel a finger.
   *
   * @param hit the fields that felt one
   * @param over whether the result is shown
   */
  record Touching(Set<Integer> hit, boolean over) implements Service {
    public static final int FIELDS = 60;

    public Touching {
      hit = Collections.unmodifiableSortedSet(new TreeSet<>(hit));
    }

    Touching with(int field) {
      var next = new TreeSet<>(hit);
      next.add(field);
      return new Touching(next, next.size() == FIELDS);
    }

    /** Whoever has touched nothing more for so long is done. */
    @Override
    public Duration patience() {
      return over ? Service.super.patience() : Duration.ofSeconds(10);
    }
  }

  /**
   * The kiosk's own keys and its code scanner.
   *
   * @param names of all keys; null as long as they are not known
   * @param pressed those that were pressed
   * @param scanned how many characters the scanner read last; nothing else of it is shown
   */
  record Buttons(@Nullable List<String> names, Set<String> pressed, int scanned)
      implements Service {
    public Buttons {
      pressed = Set.copyOf(pressed);
    }

    Buttons with(String name) {
      var next = new TreeSet<>(pressed);
      next.add(name);
      return new Buttons(names, next, scanned);
    }
  }

  /**
   * Where it stands and what it hears.
   *
   * @param machine the newest look; null at first
   * @param looked when it was asked for, by the steady clock
   */
  record Network(@Nullable Machine machine, long looked) implements Service {}

  /** Whether it is really meant. */
  record Sure(Leave leave) implements Service {}

  /** It goes. */
  record Leaving(Leave leave) implements Service {}

  /** How the program ends. */
  enum Leave {
    RESTART,
    EXIT
  }
}
