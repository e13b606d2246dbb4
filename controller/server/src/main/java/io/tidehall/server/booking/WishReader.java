package io.tidehall.server.booking;

import io.tidehall.hall.Command;
import io.tidehall.hall.Hall;
import io.tidehall.hall.HallState;
import io.tidehall.hall.plan.Line;
import io.tidehall.hall.plan.LineId;
import io.tidehall.link.PersonHash;
import io.tidehall.protocol.Identity;
import io.tidehall.server.view.Words;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns wishes into commands, and persons into hashes; tells all that is wrong with a wish. */
public final class WishReader {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern ID_NUMBER = Pattern.compile("[0-9]{17}[0-9X]|[A-Z0-9]{15}");
  private static final Pattern PHONE = Pattern.compile("1[0-9]{10}");
  private static final int MOST_ITEMS = 10;
  private static final int ISO_MODULUS = 11;

  private final PersonHash persons;
  private final IntSupplier draw;

  /**
   * Makes a reader.
   *
   * @param draw draws the number that a booking's code is made of
   */
  public WishReader(PersonHash persons, IntSupplier draw) {
    this.persons = persons;
    this.draw = draw;
  }

  /** A wish that was read: a command, or what is wrong. */
  public record Reading(Command.@Nullable Book book, List<Problem> problems) {}

  /**
   * Reads a wish.
   *
   * @param row of the file, or 0
   */
  public Reading read(HallState state, Wish wish, int row) {
    List<Problem> problems = new ArrayList<>();
    String id = plain(wish.booking());
    if (!ID.matcher(id).matches()) {
      problems.add(new Problem(row, "id", Words.text("booking.bad-id", id)));
    }
    Optional<LineId> line = line(state, wish, row, problems);
    Optional<LocalDateTime> from = from(plain(wish.from()));
    if (from.isEmpty()) {
      problems.add(new Problem(row, "from", Words.text("booking.bad-time", plain(wish.from()))));
    }
    Optional<String> person = person(wish, row, problems);
    if (!problems.isEmpty()) {
      return new Reading(null, problems);
    }
    return new Reading(
        new Command.Book(
            id,
            line.orElseThrow(),
            wish.items(),
            from.orElseThrow(),
            person.orElseThrow(),
            draw.getAsInt()),
        List.of());
  }

  private static Optional<LineId> line(
      HallState state, Wish wish, int row, List<Problem> problems) {
    String asked = plain(wish.line());
    if (wish.items().size() > MOST_ITEMS) {
      problems.add(new Problem(row, "items", Words.text("booking.many-items", MOST_ITEMS)));
      return Optional.empty();
    }
    Optional<LineId> found =
        asked.isEmpty() && !wish.items().isEmpty()
            ? Hall.lineFor(state, wish.items())
            : state.plan().lines().stream()
                .filter(it -> it.id().value().equals(asked) || it.prefix().equals(asked))
                .map(Line::id)
                .findFirst();
    if (found.isEmpty()) {
      problems.add(
          asked.isEmpty() && !wish.items().isEmpty()
              ? new Problem(
                  row, "items", Words.text("booking.no-line", String.join(" ", wish.items())))
              : new Problem(row, "line", Words.text("booking.bad-line", asked)));
    }
    return found;
  }

  private static Optional<LocalDateTime> from(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text.replace(' ', 'T').replace('/', '-')));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** The card's number counts before the phone's: a kiosk can read it too. */
  private Optional<String> person(Wish wish, int row, List<Problem> problems) {
    String number = plain(wish.idNumber()).toUpperCase(Locale.ROOT);
    String phone = plain(wish.phone()).replaceAll("[ -]", "");
    // What came is a person's number: the answer must not repeat it.
    if (!number.isEmpty()) {
      if (ID_NUMBER.matcher(number).matches() && (number.length() == 15 || checks(number))) {
        return Optional.of(persons.of(Identity.ID_CARD, number));
      }
      problems.add(new Problem(row, "idNumber", Words.text("booking.bad-number")));
    } else if (!phone.isEmpty()) {
      if (PHONE.matcher(phone).matches()) {
        return Optional.of(persons.ofPhone(phone));
      }
      problems.add(new Problem(row, "phone", Words.text("booking.bad-phone")));
    } else {
      problems.add(new Problem(row, "phone", Words.text("booking.no-person")));
    }
    return Optional.empty();
  }

  /** ISO 7064 MOD 11-2. */
  private static boolean checks(String number) {
    int sum = 0;
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      sum = (2 * sum + (c == 'X' ? 10 : c - '0')) % ISO_MODULUS;
    }
    return sum == 1;
  }

  private static String plain(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
