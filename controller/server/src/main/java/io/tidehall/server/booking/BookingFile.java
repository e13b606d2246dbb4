package io.tidehall.server.booking;

import io.tidehall.hall.Actor;
import io.tidehall.hall.Command;
import io.tidehall.hall.Decision;
import io.tidehall.hall.Hall;
import io.tidehall.hall.HallState;
import io.tidehall.hall.Request;
import io.tidehall.protocol.Text;
import io.tidehall.server.hallfile.Csv;
import io.tidehall.server.view.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file of bookings (CSV with a heading, UTF-8). All of it is looked at, by form and then by the
 * rules as if each row had been booked after those before it; only a file without a single problem
 * becomes a command.
 */
public final class BookingFile {
  /** The columns, by either name, in any order. */
  private static final Map<String, String> COLUMNS =
      Map.ofEntries(
          Map.entry("id", "id"),
          Map.entry("预约编号", "id"),
          Map.entry("line", "line"),
          Map.entry("业务", "line"),
          Map.entry("items", "items"),
          Map.entry("事项", "items"),
          Map.entry("from", "from"),
          Map.entry("时段", "from"),
          Map.entry("idnumber", "idNumber"),
          Map.entry("身份证号", "idNumber"),
          Map.entry("phone", "phone"),
          Map.entry("手机号", "phone"));

  private static final List<String> NEEDED = List.of("id", "from");

  private final WishReader reader;

  public BookingFile(WishReader reader) {
    this.reader = reader;
  }

  /** A file that was read: a command for all of it, or all that is wrong. */
  public record Reading(Command.@Nullable BookAll all, List<Problem> problems) {}

  /** Reads a file and tries it on the hall as it is. */
  public Reading read(HallState state, String text, Actor actor, Instant now) {
    List<String> lines =
        Stream.of((text.startsWith("\uFEFF") ? text.substring(1) : text).split("\r?\n", -1))
            .toList();
    List<Problem> problems = new ArrayList<>();
    List<String> heading = heading(lines.getFirst(), problems);
    if (!problems.isEmpty()) {
      return new Reading(null, problems);
    }
    SortedMap<Integer, Command.Book> books = new TreeMap<>();
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        int row = i + 1;
        WishReader.Reading read = row(state, heading, lines.get(i), row);
        problems.addAll(read.problems());
        Command.Book book = read.book();
        if (book != null) {
          Integer first = seen.putIfAbsent(book.booking(), row);
          if (first != null) {
            problems.add(
                new Problem(row, "id", Words.text("booking.twice", book.booking(), first)));
          } else {
            books.put(row, book);
          }
        }
      }
    }
    problems.addAll(tried(state, books, actor, now));
    problems.sort(java.util.Comparator.comparingInt(Problem::row));
    if (problems.isEmpty() && books.isEmpty()) {
      problems.add(new Problem(1, "", Words.text("booking.no-rows")));
    }
    return problems.isEmpty()
        ? new Reading(new Command.BookAll(List.copyOf(books.values())), problems)
        : new Reading(null, problems);
  }

  private static List<String> heading(String line, List<Problem> problems) {
    List<String> columns = new ArrayList<>();
    for (String cell : Csv.cells(line)) {
      String column = COLUMNS.get(cell.strip().toLowerCase(Locale.ROOT));
      columns.add(column == null ? "" : column);
    }
    boolean whose = columns.contains("idNumber") || columns.contains("phone");
    boolean what = columns.contains("line") || columns.contains("items");
    if (!columns.containsAll(NEEDED) || !whose || !what) {
      problems.add(new Problem(1, "", Words.text("booking.bad-heading")));
    }
    return columns;
  }

  private WishReader.Reading row(HallState state, List<String> heading, String line, int row) {
    List<String> cells = Csv.cells(line);
    if (cells.size() != heading.size()) {
      return new WishReader.Reading(
          null,
          List.of(new Problem(row, "", Words.text("booking.width", heading.size(), cells.size()))));
    }
    Map<String, String> its = new HashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      its.put(heading.get(i), cells.get(i).strip());
    }
    List<String> items =
        Stream.of(its.getOrDefault("items", "").split("[\\s;；]+"))
            .filter(it -> !it.isEmpty())
            .toList();
    return reader.read(
        state,
        new Wish(
            its.get("id"),
            its.get("line"),
            items,
            its.get("from"),
            its.get("idNumber"),
            its.get("phone")),
        row);
  }

  /** What the rules say to each row, as if those before it had been booked. */
  private static List<Problem> tried(
      HallState state, SortedMap<Integer, Command.Book> books, Actor actor, Instant now) {
    List<Problem> problems = new ArrayList<>();
    HallState next = state;
    for (Map.Entry<Integer, Command.Book> entry : books.entrySet()) {
      int row = entry.getKey();
      Hall.Step step = Hall.step(next, new Request("try-" + row, actor, entry.getValue()), now);
      if (step.decision() instanceof Decision.Refused no) {
        Text words = Words.refusal(no.refusal());
        problems.add(new Problem(row, "", words));
      } else {
        next = step.after();
      }
    }
    return problems;
  }
}
