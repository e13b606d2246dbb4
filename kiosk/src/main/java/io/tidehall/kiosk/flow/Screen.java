package io.tidehall.kiosk.flow;

import io.tidehall.protocol.Text;
import io.tidehall.protocol.TicketView;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a kiosk shows. */
public sealed interface Screen {
  /** How long it stays without a touch, or null when it may stay for ever. */
  default @Nullable Duration patience() {
    return Duration.ofSeconds(60);
  }

  /** Whether the visitor is still choosing, so that a closing hall takes the screen away. */
  default boolean choosing() {
    return false;
  }

  /** Whether the visitor may ask for more time. */
  default boolean mayLinger() {
    return choosing();
  }

  /** The business lines; page 0 in the kiosk's own language is where each visitor begins. */
  record Lines(int page) implements Screen {
    @Override
    public boolean choosing() {
      return true;
    }
  }

  /** The items of a line. */
  record Items(String line, int page) implements Screen {
    @Override
    public boolean choosing() {
      return true;
    }
  }

  /**
   * The whole catalogue, searched.
   *
   * @param typed what the visitor has typed so far
   */
  record Search(String typed, int page) implements Screen {
    @Override
    public boolean choosing() {
      return true;
    }
  }

  /**
   * What an item needs: materials, steps, days and fee.
   *
   * @param ticked the materials that are at hand, by their place in the list
   * @param from the search that found it
   * @param print how far the list on paper has come
   */
  record Guide(String item, int page, Set<Integer> ticked, Search from, Print print)
      implements Screen {
    public Guide {
      ticked = Collections.unmodifiableSortedSet(new TreeSet<>(ticked));
    }

    /** An item's page of which nothing was printed. */
    Guide(String item, int page, Set<Integer> ticked, Search from) {
      this(item, page, ticked, from, Print.NONE);
    }

    Guide with(Print next) {
      return new Guide(item, page, ticked, from, next);
    }

    Guide turned(int to) {
      return new Guide(item, to, ticked, from, print);
    }

    /** With a material at hand that was not, or the other way round. */
    Guide toggled(int material) {
      var next = new TreeSet<>(ticked);
      if (!next.remove(material)) {
        next.add(material);
      }
      return new Guide(item, page, next, from, print);
    }

    @Override
    public Duration patience() {
      return Duration.ofMinutes(2);
    }

    @Override
    public boolean choosing() {
      return true;
    }
  }

  /**
   * Who takes the ticket: the card on the reader, or digits of the phone and the birthday.
   *
   * @param digits typed so far: four of the phone, then month and day
   */
  record Identify(Choice choice, String digits, Note note) implements Screen {
    /** What was wrong with the last try. */
    public enum Note {
      NONE,
      CARD_UNREADABLE,
      NO_SUCH_DAY
    }

    public static final int PHONE_DIGITS = 4;
    public static final int ALL_DIGITS = 8;

    Identify(Choice choice) {
      this(choice, "", Note.NONE);
    }

    /** Whether all digits are typed. */
    public boolean full() {
      return digits.length() == ALL_DIGITS;
    }

    @Override
    public boolean choosing() {
      return true;
    }

    @Override
    public String toString() {
      return "Identify[" + digits.length() + " digits]";
    }
  }

  /** The hall is asked which line takes all of the items; touches do nothing until it answers. */
  record Joining(Choice choice, long ask) implements Screen {
    @Override
    public @Nullable Duration patience() {
      return null;
    }
  }

  /**
   * No line takes all of the items: one ticket each.
   *
   * @param choice all of them
   * @param parts one for each line
   */
  record Apart(Choice choice, List<Choice> parts) implements Screen {
    public Apart {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean choosing() {
      return true;
    }
  }

  /**
   * What helps to see.
   *
   * @param from where they go on
   */
  record Aids(Screen from) implements Screen {
    @Override
    public boolean choosing() {
      return true;
    }
  }

  /** What the visitor gets: people ahead, the wait, the windows. */
  record Confirm(Choice choice) implements Screen {
    @Override
    public boolean choosing() {
      return true;
    }
  }

  /** Who may use the green channel. */
  record Greens(Choice choice) implements Screen {
    @Override
    public boolean choosing() {
      return true;
    }
  }

  /**
   * Who booked types the code, or holds its QR code before the scanner.
   *
   * @param digits typed so far
   * @param note the hall's words when the last code was none; null at first
   * @param tries how many codes were none
   */
  record CheckIn(String digits, @Nullable Text note, int tries) implements Screen {
    public static final int DIGITS = 4;

    /** Nobody has a good reason to try more. */
    static final int MOST_TRIES = 4;

    CheckIn() {
      this("", null, 0);
    }

    CheckIn typed(String next) {
      return new CheckIn(next, note, tries);
    }

    public boolean full() {
      return digits.length() == DIGITS;
    }

    @Override
    public boolean choosing() {
      return true;
    }

    @Override
    public String toString() {
      return "CheckIn[" + digits.length() + " digits]";
    }
  }

  /**
   * The hall is asked about a booking; touches do nothing until it answers.
   *
   * @param from where a code that is none is typed anew
   */
  record CheckingIn(String booking, CheckIn from, long ask) implements Screen {
    @Override
    public @Nullable Duration patience() {
      return null;
    }
  }

  /** The hall is asked; touches do nothing until it answers. */
  record Taking(Choice choice, long ask) implements Screen {
    @Override
    public @Nullable Duration patience() {
      return null;
    }
  }

  /** The number. Without a slip it stays until it can be written down or photographed. */
  record Issued(TicketView ticket, Paper paper) implements Screen {
    Issued(TicketView ticket, boolean slip) {
      this(ticket, slip ? Paper.COMING : Paper.NONE);
    }

    @Override
    public Duration patience() {
      return Duration.ofSeconds(mayLinger() ? 60 : 20);
    }

    @Override
    public boolean mayLinger() {
      return paper != Paper.COMING;
    }
  }

  /** What there is on paper of a number. */
  enum Paper {
    COMING,
    /** Nothing: there is no printer, or it could not print. */
    NONE,
    /** The printer failed while the number was shown; who knows whether the slip is out. */
    DOUBTFUL
  }

  /** The person has a live ticket of the line already. */
  record Exists(TicketView ticket, Reprint reprint, long ask) implements Screen {
    @Override
    public Duration patience() {
      return Duration.ofSeconds(30);
    }

    @Override
    public boolean mayLinger() {
      return true;
    }
  }

  /** The rules say no. */
  record Refused(String code, Text because) implements Screen {
    @Override
    public Duration patience() {
      return Duration.ofSeconds(25);
    }
  }

  /** The hall did not answer; whether it issued a ticket is not known until it is asked again. */
  record Unanswered(Asked asked, long ask) implements Screen {
    @Override
    public Duration patience() {
      return Duration.ofSeconds(40);
    }
  }

  /** What the hall was asked for. */
  sealed interface Asked {
    /** A ticket. */
    record ForTicket(Choice choice) implements Asked {}

    /** A check-in. */
    record ForBooking(String booking, CheckIn from) implements Asked {}
  }

  /**
   * The service menu.
   *
   * @param trusted whether the PIN was given; false where no hall was ever heard to have one
   */
  record Staff(Service at, boolean trusted) implements Screen {
    @Override
    public @Nullable Duration patience() {
      return at instanceof Service.Leaving ? null : at.patience();
    }
  }

  /** No ticket can be taken here now. */
  record Blocked(Block block) implements Screen {}

  /**
   * How far the list of an item has come on its way to paper.
   *
   * @param ask the request's number, 0 for none
   * @param because the hall's words when it refused
   */
  record Print(Reprint state, long ask, @Nullable Text because) {
    static final Print NONE = new Print(Reprint.OFFERED, 0, null);
  }

  /** How far the reprint of a slip has come. */
  enum Reprint {
    OFFERED,
    ASKED,
    PRINTED,
    FAILED
  }
}
