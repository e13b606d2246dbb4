package io.tidehall.kiosk.view;

import io.tidehall.device.HallTime;
import io.tidehall.device.Texts;
import io.tidehall.device.Tongue;
import io.tidehall.device.view.Shell;
import io.tidehall.kiosk.flow.Block;
import io.tidehall.kiosk.flow.Comfort;
import io.tidehall.kiosk.flow.Happening;
import io.tidehall.kiosk.flow.Happening.Touch;
import io.tidehall.kiosk.flow.Kiosk;
import io.tidehall.kiosk.flow.KioskFlow;
import io.tidehall.kiosk.flow.Screen;
import io.tidehall.kiosk.flow.Service;
import io.tidehall.kiosk.flow.World;
import io.tidehall.protocol.HallStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The kiosk's window: builds a page when what is shown has changed, and otherwise moves the clock
 * and the countdown only. On the JavaFX thread.
 */
public final class KioskView {
  private final Shell shell;
  private final Texts texts;
  private Consumer<Touch> touched = _ -> {};
  private final Fingers<Kiosk> fingers;
  private final Label clock = new Label();
  private final Label countdown = Parts.label("", "countdown");
  private final HBox hurry = Parts.row("hurry");
  private @Nullable Shown shown;
  private boolean sorry;

  /**
   * Until here the page that asked stays: most answers are there sooner, and a page drawn for
   * nothing would flicker and take from the processor what the answer needs.
   */
  private final PauseTransition moment = new PauseTransition(javafx.util.Duration.millis(150));

  private boolean lasting;

  private record Shown(Object world, Screen screen, Tongue tongue, Comfort comfort) {}

  /**
   * The view in a shell.
   *
   * @param hold how long staff hold the hall's name: longer than anybody touches it by accident
   */
  public KioskView(Shell shell, Texts texts, Duration hold) {
    this.shell = shell;
    this.texts = texts;
    this.fingers = new Fingers<>(shell.content(), this::draw);
    fingers.hold(this::hidden, hold, () -> touched.accept(new Happening.AskService()));
    clock.setId("clock");
    countdown.setId("countdown");
    // One line: where room is short, what stands beside it gives way.
    countdown.setWrapText(false);
    countdown.setMinWidth(Region.USE_PREF_SIZE);
  }

  /** The URL of the kiosk's own stylesheet. */
  public static String stylesheet() {
    return Objects.requireNonNull(KioskView.class.getResource("kiosk.css")).toExternalForm();
  }

  /** Says who is to hear of touches. */
  public void connect(Consumer<Touch> listener) {
    touched = listener;
  }

  /** Says who is to hear what the code scanner reads. */
  public void listen(Consumer<String> scanned) {
    Scanner.listen(shell.scene(), scanned);
  }

  /** Shows the kiosk as it is now; while a finger is down, as soon as it is lifted. */
  public void show(Kiosk kiosk) {
    if (!sorry) {
      fingers.show(kiosk);
    }
  }

  /**
   * Something has failed: this is shown and nothing after it, in both languages, as nobody knows
   * any more who stands there. Returns whether it is new.
   */
  public boolean sorry() {
    boolean first = !sorry;
    sorry = true;
    if (first) {
      shell.show(MessagePage.sorry(texts));
    }
    return first;
  }

  private void draw(Kiosk kiosk) {
    if (sorry || quick(kiosk)) {
      return;
    }
    var words = new Words(texts, kiosk.speech().now());
    var next =
        new Shown(kiosk.world().unsensed(), kiosk.screen(), kiosk.speech().now(), kiosk.comfort());
    if (!next.equals(shown)) {
      boolean other = shown == null || !shown.screen.getClass().equals(next.screen.getClass());
      shown = next;
      if (other) {
        fingers.turned();
      }
      boolean wide = !shell.size().portrait();
      var page = new Page(kiosk, words, wide, touch -> touched.accept(touch));
      shell.show(
          kiosk.screen() instanceof Screen.Staff staff && GlassPage.whole(staff.at())
              ? GlassPage.build(page, staff.at())
              : frame(page));
    }
    shell.dim(kiosk.resting());
    time(kiosk, words);
  }

  /** Whether the hall is being asked and may answer at once. */
  private boolean quick(Kiosk kiosk) {
    if (!KioskFlow.asked(kiosk.screen())) {
      moment.stop();
      lasting = false;
      return false;
    }
    if (!lasting) {
      moment.setOnFinished(
          _ -> {
            lasting = true;
            fingers.show(kiosk);
          });
      moment.play();
    }
    return !lasting;
  }

  /** Where staff hold a finger: the hall's name, and in low reach the other language below. */
  private boolean hidden(Node node) {
    return node.getStyleClass().contains("head-names")
        || (shown != null && shown.comfort().low() && "language".equals(node.getId()));
  }

  private void time(Kiosk kiosk, Words words) {
    HallStatus hall = kiosk.world().hall();
    HallTime time = hall == null ? HallTime.unknown() : HallTime.of(hall);
    clock.setText(
        kiosk.now().getEpochSecond() == 0 || kiosk.world().timeless()
            ? ""
            : time.date(kiosk.now(), kiosk.language()) + "  " + time.time(kiosk.now()));
    var left = kiosk.countdown();
    hurry.setVisible(left.isPresent());
    hurry.setManaged(left.isPresent());
    countdown.setText(left.isPresent() ? words.say("countdown", left.getAsLong()) : "");
  }

  private Node frame(Page page) {
    var parts = new ArrayList<Node>();
    parts.add(head(page));
    if (!page.wide()) {
      withoutSlip(page).ifPresent(parts::add);
    }
    HallStatus hall = page.world().hall();
    if (hall != null && hall.trial()) {
      parts.add(warm("trial", page.say("trial"), "small"));
    }
    if (page.world().reader() == World.Reader.CARD_LIES) {
      parts.add(warm("card-lies", page.say("card.lies"), "heading"));
    }
    if (page.world().timeless() && !(page.kiosk().screen() instanceof Screen.Blocked)) {
      parts.add(warm("clock-wrong", page.say("clock.strip"), "body"));
    }
    var body = body(page);
    parts.add(Parts.grow(body));
    parts.add(foot(page));
    var frame = new VBox(parts.toArray(Node[]::new));
    frame.getStyleClass().add("kiosk");
    if (page.wide()) {
      frame.getStyleClass().add("wide");
    }
    if (frame.lookup("#no-slip") != null) {
      frame.getStyleClass().add("noticed");
    }
    if (page.large()) {
      frame.getStyleClass().add("large");
    }
    if (page.low()) {
      frame.getStyleClass().add("low");
    }
    if (page.kiosk().comfort().contrast()) {
      frame.getStyleClass().add("contrast");
    }
    frame.setId("screen-" + name(page.kiosk().screen()));
    return frame;
  }

  private static Node warm(String id, String words, String size) {
    var strip = Parts.row("strip", Parts.label(words, size, "centred"));
    strip.setId(id);
    strip.setAlignment(Pos.CENTER);
    strip.getStyleClass().add("warm");
    return strip;
  }

  /** Where every visit begins, and from where a number is taken. */
  private static boolean leadsToNumber(Screen screen) {
    return screen instanceof Screen.Lines
        || screen instanceof Screen.Confirm
        || screen instanceof Screen.CheckIn;
  }

  /**
   * Said before anybody takes a number, always at the same place: below the head, or in it where it
   * is wide.
   */
  private static Optional<Node> withoutSlip(Page page) {
    return page.world()
        .withoutSlip()
        .filter(_ -> leadsToNumber(page.kiosk().screen()))
        .map(
            block ->
                warm(
                    "no-slip",
                    page.say(block == Block.PAPER_OUT ? "no-slip.paper" : "no-slip.printer"),
                    "body"));
  }

  private static String name(Screen screen) {
    return screen instanceof Screen.Blocked(var block)
        ? block.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')
        : screen.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
  }

  private Node head(Page page) {
    HallStatus hall = page.world().hall();
    var name = Parts.label(hall == null ? page.say("app.name") : page.words().of(hall.name()));
    name.getStyleClass().add("heading");
    name.setId("hall");
    clock.getStyleClass().setAll("label", "small", "quiet");
    var left = Parts.grow(Parts.column("head-names", name, clock));
    var head = Parts.row("bar", left);
    if (page.wide()) {
      withoutSlip(page).ifPresent(head.getChildren()::add);
    }
    if (page.low()) {
      head.getChildren().add(countdown);
    } else {
      head.getChildren().addAll(switches(page));
    }
    return head;
  }

  /** What helps to see and to reach, and the other language. */
  private List<Button> switches(Page page) {
    var language =
        Parts.button(
            "language",
            texts.say(page.kiosk().speech().next(), "language.name"),
            page.on(new Happening.SwitchLanguage()));
    language.setWrapText(false);
    if (!KioskFlow.offersAids(page.kiosk().screen())) {
      return List.of(language);
    }
    var aids = Parts.button("aids", page.say("aids"), page.on(new Happening.AskAids()));
    aids.setWrapText(false);
    return List.of(aids, language);
  }

  private static Node body(Page page) {
    return switch (page.kiosk().screen()) {
      case Screen.Lines it -> LinesPage.build(page, it);
      case Screen.Items it -> ItemsPage.build(page, it);
      case Screen.Search it -> SearchPage.build(page, it);
      case Screen.Guide it -> GuidePage.build(page, it);
      case Screen.Identify it -> IdentifyPage.build(page, it);
      case Screen.CheckIn it -> CheckInPage.build(page, it);
      case Screen.CheckingIn _ -> MessagePage.checkingIn(page);
      case Screen.Confirm(var choice) -> ConfirmPage.build(page, choice);
      case Screen.Greens(var choice) -> GreensPage.build(page, choice);
      case Screen.Aids _ -> AidsPage.build(page);
      case Screen.Apart it -> MessagePage.apart(page, it);
      case Screen.Joining _ -> MessagePage.joining(page);
      case Screen.Taking _ -> MessagePage.taking(page);
      case Screen.Issued it -> NumberPage.issued(page, it);
      case Screen.Exists it -> NumberPage.exists(page, it);
      case Screen.Refused it -> MessagePage.refused(page, it);
      case Screen.Unanswered _ -> MessagePage.unanswered(page);
      case Screen.Staff(var at, boolean trusted) -> ServicePage.build(page, at, trusted);
      case Screen.Blocked(var block) -> MessagePage.blocked(page, block);
    };
  }

  /** Whether somebody can help although the kiosk cannot: not in a closed hall. */
  private static boolean staffed(Screen screen) {
    return screen instanceof Screen.Blocked(var block) && block != Block.CLOSED;
  }

  private Node foot(Page page) {
    Screen screen = page.kiosk().screen();
    boolean adding = page.kiosk().visit().adding() != null;
    boolean inside = screen.choosing() && (adding || !(screen instanceof Screen.Lines));
    var foot = Parts.row("foot");
    if (inside || (screen instanceof Screen.Staff(var at, _) && !(at instanceof Service.Leaving))) {
      var back = Parts.button("back", page.say("back"), page.on(new Happening.Back()));
      String leave = screen instanceof Screen.Staff ? page.say("service.leave") : page.say("home");
      var home = Parts.button("home", leave, page.on(new Happening.Home()));
      foot.getChildren().addAll(back, home);
    } else if (screen instanceof Screen.Lines && !page.low()) {
      var words = LinesPage.foot(page);
      // The seconds need their room.
      words.getChildren().stream().skip(1).forEach(this::giveWay);
      foot.getChildren().add(Parts.grow(words));
    } else if (staffed(screen)) {
      foot.getChildren().add(Parts.grow(LinesPage.help(page)));
    }
    boolean full = ways(page, foot) && screen.mayLinger();
    hurry.getChildren().setAll(page.low() || full ? List.of() : List.of(countdown));
    if (screen.mayLinger()) {
      var more =
          Parts.button("more-time", page.say("more.time"), page.on(new Happening.MoreTime()));
      more.getStyleClass().add("warm");
      hurry.getChildren().add(more);
    }
    hurry.setAlignment(Pos.CENTER_RIGHT);
    // The help desk's words take what room the seconds leave; elsewhere the seconds stand far
    // right.
    HBox.setHgrow(hurry, foot.lookup("#help") == null ? Priority.ALWAYS : Priority.NEVER);
    foot.getChildren().add(hurry);
    if (page.low()) {
      lowFoot(page, foot);
    }
    return foot;
  }

  private void giveWay(Node words) {
    words.visibleProperty().bind(hurry.visibleProperty().not());
    words.managedProperty().bind(words.visibleProperty());
  }

  /** The ways on from the end of a request; whether one of them leads to another ticket. */
  private static boolean ways(Page page, HBox foot) {
    Screen screen = page.kiosk().screen();
    boolean number = screen instanceof Screen.Issued || screen instanceof Screen.Exists;
    if (!number && !(screen instanceof Screen.Unanswered)) {
      return false;
    }
    boolean next = number && !page.kiosk().visit().then().isEmpty();
    if (next) {
      foot.getChildren()
          .add(
              Parts.button(
                  "next-ticket",
                  page.say("issued.next"),
                  page.on(new Happening.TakeNext()),
                  "primary"));
    }
    if (screen.mayLinger()) {
      foot.getStyleClass().add("linger");
    }
    foot.getChildren()
        .add(Parts.button("done", page.say("issued.done"), page.on(new Happening.Home())));
    return next;
  }

  /** Within low reach the switches stand in the foot, until time runs out and its button comes. */
  private void lowFoot(Page page, HBox foot) {
    foot.getChildren().removeIf(it -> it == hurry && !page.kiosk().screen().mayLinger());
    for (Button each : switches(page)) {
      if (page.kiosk().screen().choosing()) {
        each.visibleProperty().bind(hurry.visibleProperty().not());
        each.managedProperty().bind(hurry.managedProperty().not());
      }
      foot.getChildren().add(each);
    }
    for (Node each : foot.getChildren()) {
      if (each instanceof Button button) {
        button.setMaxWidth(Double.MAX_VALUE);
        Parts.grow(button);
      }
    }
  }
}
