package io.tidehall.server.hallfile;

import io.tidehall.hall.calendar.Hours;
import io.tidehall.hall.plan.Clerk;
import io.tidehall.hall.plan.ClerkId;
import io.tidehall.hall.plan.GreenReason;
import io.tidehall.hall.plan.HallPlan;
import io.tidehall.hall.plan.Identity;
import io.tidehall.hall.plan.Line;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.PolicyPlan;
import io.tidehall.hall.plan.ReasonLabel;
import io.tidehall.hall.plan.Rules;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.plan.WindowKind;
import io.tidehall.hall.plan.WindowPlan;
import io.tidehall.protocol.Text;
import io.tidehall.protocol.WindowState;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes a setup of a file in which nothing is wrong, filling in what is usual. */
final class Layout {
  private static final String NATIONAL_LABELS = "national-1";
  private static final double USUAL_MINUTES = 7;

  private Layout() {}

  static HallSetup of(Part root) {
    Offer offer = Offer.of(root);
    HallPlan plan = plan(root, offer);
    return new HallSetup(
        plan,
        offer.level().orElseThrow(),
        Catalogues.of(plan, offer),
        Devices.of(root),
        root.get("notices").each().stream().map(Layout::words).toList(),
        root.get("slipNotices").each().stream().map(Layout::words).toList(),
        root.get("clerks").each().stream()
            .map(person -> account(person, root.get("clerkCards").flag(false)))
            .toList(),
        root.get("ratingLabels").get("version").text(NATIONAL_LABELS),
        root.get("pinNetworks").texts().stream().flatMap(it -> Network.parse(it).stream()).toList(),
        Devices.playlist(root),
        KioskWishes.of(root.get("kiosks")));
  }

  private static HallPlan plan(Part root, Offer offer) {
    String zh = root.get("zh").text("");
    List<Line> lines = root.get("lines").each().stream().map(line -> line(line, offer)).toList();
    HallPlan plan =
        new HallPlan(
            root.get("id").text(""),
            zh,
            root.get("en").text(zh),
            root.get("zone").text("Asia/Shanghai"),
            root.get("trial").flag(false),
            lines,
            root.get("windows").each().stream().map(window -> window(window, lines)).toList(),
            root.get("clerks").each().stream()
                .filter(person -> roles(person).contains(Account.Role.CLERK))
                .map(Layout::clerk)
                .toList(),
            hours(root.get("hours")),
            OfficialCalendar.workingDays(years(root).stream().map(Layout::year).toList()),
            rules(root.get("rules")),
            greenReasons(root.get("greenReasons")),
            labels(root.get("ratingLabels").get("labels")));
    return plan.with(TideLayout.tides(root.get("tides")), TideLayout.duties(root.get("duties")));
  }

  private static Line line(Part line, Offer offer) {
    String zh = line.get("zh").text("");
    double minutes = line.get("usualServiceMinutes").number(USUAL_MINUTES);
    return new Line(
        new LineId(lineId(line)),
        line.get("prefix").text(""),
        zh,
        line.get("en").text(zh),
        field(line),
        offer.itemsOf(line),
        line.get("dailyQuota").whole(0),
        Duration.ofSeconds(Math.max(1, Math.round(60 * minutes))),
        line.get("together").flag(false));
  }

  private static WindowPlan window(Part window, List<Line> lines) {
    String number = window.get("number").text("");
    Part scope = window.get("lines");
    var plan =
        new WindowPlan(
            new WindowId(number),
            window.get("zh").text(number + "号窗口"),
            window.get("en").text("Window " + number),
            constant(WindowKind.class, window.get("kind").text("")),
            all(scope)
                ? lines.stream().map(Line::id).toList()
                : scope.texts().stream().map(LineId::new).toList(),
            window.get("zone").text(""),
            inService(window));
    return RoutingParts.window(window, plan);
  }

  private static Clerk clerk(Part person) {
    return new Clerk(
        new ClerkId(person.get("badge").text("")),
        person.get("name").text(""),
        person.get("standsInFor").texts().stream().map(ClerkId::new).toList());
  }

  private static Account account(Part person, boolean cards) {
    String name = person.get("name").text("");
    return new Account(
        person.get("badge").text(""),
        name,
        roles(person),
        cards ? WindowState.Card.of(name, words(person.get("post"))) : null);
  }

  private static Hours hours(Part hours) {
    return new Hours(periods(hours.get("workingDays")), periods(hours.get("restDays")));
  }

  static List<Hours.Period> periods(Part list) {
    return list.texts().stream()
        .map(text -> ends(text).orElseThrow())
        .map(ends -> new Hours.Period(ends[0], ends[1]))
        .toList();
  }

  private static OfficialCalendar.Year year(Part year) {
    return new OfficialCalendar.Year(
        year.get("year").whole(0),
        year.get("holidays").texts().stream().map(LocalDate::parse).toList(),
        year.get("workedWeekends").texts().stream().map(LocalDate::parse).toList());
  }

  private static Rules rules(Part rules) {
    Rules usual = Rules.usual();
    PolicyPlan policy = RoutingParts.policy(rules.get("policy"), usual.chosenPolicy());
    return new Rules(
        policy.name(),
        rules.get("calls").whole(usual.calls()),
        seconds(rules.get("recallGapSeconds"), usual.recallGap()),
        rules
            .get("returnPlace")
            .text()
            .map(word -> constant(Rules.ReturnPlace.class, word))
            .orElse(usual.returnPlace()),
        rules.get("returnAfter").whole(usual.returnAfter()),
        rules.get("returns").whole(usual.returns()),
        minutes(rules.get("greenHeadStartMinutes"), usual.greenHeadStart()),
        seconds(rules.get("ratingSilenceSeconds"), usual.ratingSilence()),
        rules.get("ratingDays").whole(usual.ratingDays()),
        rules.get("rollOver").text().flatMap(Layout::time).orElse(usual.rollOver()),
        rules.get("clerkWindows").whole(usual.clerkWindows()),
        minutes(rules.get("waitTargetMinutes"), usual.waitTarget()),
        policy.parameters(),
        RoutingParts.fairness(rules.get("fairness")),
        rules.get("phoneDelay").whole(usual.phoneDelay()),
        identity(rules.get("identity")),
        RoutingParts.bookings(rules.get("bookings")));
  }

  /** One way or several; none alone is the same as not asking. */
  private static List<Identity> identity(Part part) {
    List<Identity> ways =
        (part.isList() ? part.texts() : part.text().stream().toList())
            .stream().map(word -> constant(Identity.class, word)).toList();
    return ways.equals(List.of(Identity.NONE)) ? List.of() : ways;
  }

  private static List<GreenReason> greenReasons(Part list) {
    if (!list.present()) {
      return Csv.rows("green-reasons.csv").stream()
          .map(row -> new GreenReason(row.get(0), row.get(1), row.get(2)))
          .toList();
    }
    return list.each().stream()
        .map(part -> new GreenReason(part.get("id").text(""), words(part).zh(), words(part).en()))
        .toList();
  }

  private static List<ReasonLabel> labels(Part list) {
    if (!list.present()) {
      return Csv.rows("rating-labels-" + NATIONAL_LABELS + ".csv").stream()
          .map(
              row ->
                  new ReasonLabel(Integer.parseInt(row.get(0)), row.get(1), row.get(2), row.get(3)))
          .toList();
    }
    List<ReasonLabel> labels = new ArrayList<>();
    for (Part part : list.each()) {
      Text name = words(part);
      labels.add(
          new ReasonLabel(
              part.get("level").whole(0), part.get("code").text(""), name.zh(), name.en()));
    }
    return labels;
  }

  /** A line's id, its prefix when it has none. */
  static String lineId(Part line) {
    return line.get("id").text(line.get("prefix").text(""));
  }

  /** A line's life field, the first of its fields when it names none. */
  static String field(Part line) {
    List<String> fields = line.get("fields").texts();
    return line.get("field").text(fields.isEmpty() ? "" : fields.getFirst());
  }

  static boolean all(Part scope) {
    return scope.text("").equals("all");
  }

  static boolean inService(Part window) {
    return window.get("inService").flag(!window.get("kind").text("").equals("tidal"));
  }

  static Set<Account.Role> roles(Part person) {
    Set<Account.Role> roles = EnumSet.noneOf(Account.Role.class);
    List<String> words = person.get("roles").texts();
    for (Account.Role role : Account.Role.values()) {
      if (words.contains(role.word())) {
        roles.add(role);
      }
    }
    if (!person.get("roles").present()) {
      roles.add(Account.Role.CLERK);
    }
    return roles;
  }

  /** The imported years, whether one or a list. */
  static List<Part> years(Part root) {
    Part calendar = root.get("calendar");
    return calendar.present() && !calendar.isList() ? List.of(calendar) : calendar.each();
  }

  /** Both ends of a period such as 08:30-12:00; the end may lie before the start. */
  static Optional<LocalTime[]> ends(String text) {
    String[] ends = text.split("[-–]", 2);
    if (ends.length < 2) {
      return Optional.empty();
    }
    Optional<LocalTime> from = time(ends[0]);
    Optional<LocalTime> to = time(ends[1]);
    return from.isPresent() && to.isPresent()
        ? Optional.of(new LocalTime[] {from.get(), to.get()})
        : Optional.empty();
  }

  static Optional<LocalTime> time(String text) {
    String plain = text.strip();
    try {
      return Optional.of(LocalTime.parse(plain.length() == 4 ? "0" + plain : plain));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  static boolean looksLikeDate(String text) {
    return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  }

  private static Text words(Part part) {
    return Text.of(part.get("zh").text(""), part.get("en").text(""));
  }

  private static Duration seconds(Part part, Duration usual) {
    return part.present() ? Duration.ofSeconds(part.whole(0)) : usual;
  }

  private static Duration minutes(Part part, Duration usual) {
    return part.present() ? Duration.ofMinutes(part.whole(0)) : usual;
  }

  /** {@code comprehensive-on-the-spot} is COMPREHENSIVE_ON_THE_SPOT. */
  static <E extends Enum<E>> E constant(Class<E> type, String word) {
    return Enum.valueOf(type, word.replace('-', '_').toUpperCase(Locale.ROOT));
  }
}
