package io.tidehall.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.tidehall.kiosk.SampleHall;
import io.tidehall.kiosk.flow.Happening.Answered;
import io.tidehall.kiosk.flow.Happening.NotAnswered;
import io.tidehall.kiosk.flow.Happening.Reached;
import io.tidehall.kiosk.flow.Happening.Said;
import io.tidehall.kiosk.flow.Happening.Tick;
import io.tidehall.link.DeviceSession.Reach;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.Catalogue;
import io.tidehall.protocol.DeviceStatus.Paper;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.Text;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several items on one ticket, of one line or of several. Line A has i0 to i2, line C has j0. */
class JoiningTest {
  private final KioskFlow flow = new KioskFlow();
  private final List<Act> asked = new ArrayList<>();
  private Kiosk kiosk = Kiosk.start(Language.ZH);
  private long lastAsk;
  private long steady = 1_000;

  @BeforeEach
  void anOpenHall() {
    happen(new Tick(SampleHall.NOW, steady));
    happen(new Said(SampleHall.open(false)));
    happen(new Said(withSecondLine(SampleHall.catalogue(4, 3))));
    happen(new Said(SampleHall.lines(4)));
    happen(new Said(SampleHall.kiosk(Paper.OK)));
    happen(new Reached(Reach.ONLINE));
  }

  @Test
  void itemsOfOneLineComeOntoOneTicketWithoutAsking() {
    choose("i0");
    happen(new Happening.AddItem());
    assertEquals(new Screen.Lines(0), kiosk.screen());
    choose("i1");
    assertEquals(List.of(), asked);
    happen(new Happening.Take());
    assertEquals(
        List.of(new Act.TakeTicket("A", List.of("i0", "i1"), null, null, Language.ZH)), asked);
  }

  @Test
  void theHallSaysWhichLineTakesItemsOfSeveral() {
    choose("i0");
    happen(new Happening.AddItem());
    happen(new Happening.ChooseLine("C"));
    assertInstanceOf(Screen.Joining.class, kiosk.screen());
    assertEquals(List.of(new Act.AskLine(List.of("i0", "j0"))), asked);
    happen(new Happening.Take());
    answer(new HallAnswer.LineFor("D"));
    happen(new Happening.Take());
    assertEquals(
        new Act.TakeTicket("D", List.of("i0", "j0"), null, null, Language.ZH), asked.getLast());
  }

  @Test
  void whatNoLineTakesIsTakenApartOneAfterTheOther() {
    choose("i0");
    happen(new Happening.AddItem());
    happen(new Happening.ChooseLine("C"));
    answer(new HallAnswer.Refused("ITEMS_APART", Text.zh("不能一起办")));
    assertEquals(2, assertInstanceOf(Screen.Apart.class, kiosk.screen()).parts().size());
    happen(new Happening.TakeApart());
    happen(new Happening.Take());
    assertEquals(new Act.TakeTicket("A", List.of("i0"), null, null, Language.ZH), asked.getLast());
    answer(new HallAnswer.TicketIssued(SampleHall.ticket("A001", false)));
    assertEquals(1, kiosk.visit().then().size());
    happen(new Happening.TakeNext());
    happen(new Happening.Take());
    assertEquals(new Act.TakeTicket("C", List.of("j0"), null, null, Language.ZH), asked.getLast());
    answer(new HallAnswer.TicketIssued(SampleHall.ticket("C001", false)));
    happen(new Happening.TakeNext());
    assertInstanceOf(Screen.Issued.class, kiosk.screen(), "there is no third");
  }

  @Test
  void nothingIsAddedWhileOtherTicketsAreStillToBeTaken() {
    takeApart();
    var confirming = kiosk.screen();
    happen(new Happening.AddItem());
    assertEquals(confirming, kiosk.screen());
    assertEquals(1, kiosk.visit().then().size());
  }

  @Test
  void theGreenChannelIsTakenBackFromAllTicketsAlike() {
    takeApart();
    happen(new Happening.AskGreen());
    happen(new Happening.ChooseGreen("g1"));
    assertEquals("g1", kiosk.visit().then().getFirst().green());
    happen(new Happening.AskGreen());
    happen(new Happening.NoGreen());
    assertNull(kiosk.visit().then().getFirst().green());
  }

  @Test
  void theChosenLineIsKeptWhenItHasTheOtherItemToo() {
    happen(new Said(withItemsInTwoLines(SampleHall.catalogue(4, 3))));
    happen(new Happening.ChooseLine("C"));
    happen(new Happening.ChooseItem("i0"));
    happen(new Happening.AddItem());
    happen(new Happening.ChooseLine("A"));
    happen(new Happening.ChooseItem("i1"));
    assertEquals(
        "C", assertInstanceOf(Screen.Confirm.class, kiosk.screen()).choice().line(), "not A");
    assertEquals(List.of(), asked);
  }

  @Test
  void aHallThatDoesNotAnswerLosesNothing() {
    choose("i0");
    happen(new Happening.AddItem());
    happen(new Happening.ChooseLine("C"));
    happen(new NotAnswered(lastAsk));
    assertInstanceOf(Screen.Apart.class, kiosk.screen());
    happen(new Happening.Back());
    assertEquals(new Screen.Confirm(new Choice("A", "i0", null)), kiosk.screen());
  }

  @Test
  void aLineWithoutItemsIsATicketOfItsOwn() {
    choose("i0");
    happen(new Happening.AddItem());
    happen(new Happening.ChooseLine("D"));
    assertEquals(
        List.of("A", "D"),
        assertInstanceOf(Screen.Apart.class, kiosk.screen()).parts().stream()
            .map(Choice::line)
            .toList());
  }

  @Test
  void theLastItemIsTakenBackByGoingBack() {
    choose("i0");
    happen(new Happening.AddItem());
    choose("i1");
    happen(new Happening.Back());
    assertEquals(new Screen.Confirm(new Choice("A", "i0", null)), kiosk.screen());
    happen(new Happening.AddItem());
    happen(new Happening.Back());
    assertEquals(new Screen.Confirm(new Choice("A", "i0", null)), kiosk.screen());
  }

  @Test
  void theSameItemTwiceIsOne() {
    choose("i0");
    happen(new Happening.AddItem());
    choose("i0");
    assertEquals(new Screen.Confirm(new Choice("A", "i0", null)), kiosk.screen());
  }

  @Test
  void whoeverGoesAwayWhileAddingLeavesNothingBehind() {
    choose("i0");
    happen(new Happening.AddItem());
    steady += 61_000;
    happen(new Tick(SampleHall.NOW, steady));
    assertEquals(Kiosk.Visit.NONE, kiosk.visit());
    choose("i1");
    assertEquals(new Screen.Confirm(new Choice("A", "i1", null)), kiosk.screen());
  }

  private void takeApart() {
    choose("i0");
    happen(new Happening.AddItem());
    happen(new Happening.ChooseLine("C"));
    happen(new NotAnswered(lastAsk));
    happen(new Happening.TakeApart());
  }

  private void choose(String item) {
    happen(new Happening.ChooseLine("A"));
    happen(new Happening.ChooseItem(item));
  }

  /** The line C with the first two items of A. */
  private static Catalogue withItemsInTwoLines(Catalogue it) {
    return new Catalogue(
        it.seq(),
        it.lines().stream().map(line -> having(line, "C", List.of("i0", "i1"))).toList(),
        it.items(),
        it.greens(),
        it.ratings());
  }

  private static Catalogue.Line having(Catalogue.Line line, String id, List<String> items) {
    return line.id().equals(id)
        ? new Catalogue.Line(id, line.prefix(), line.name(), line.field(), items)
        : line;
  }

  /** The line C with one item. */
  private static Catalogue withSecondLine(Catalogue it) {
    var items = new ArrayList<>(it.items());
    items.add(
        new Catalogue.Item("j0", Text.zh("临时救助"), "行政给付", "民政救助", List.of(), List.of(), "", ""));
    return new Catalogue(
        it.seq(),
        it.lines().stream().map(line -> having(line, "C", List.of("j0"))).toList(),
        items,
        it.greens(),
        it.ratings());
  }

  private void answer(HallAnswer.Reply reply) {
    happen(new Answered(lastAsk, reply));
  }

  private void happen(Happening happening) {
    var step = flow.next(kiosk, happening);
    kiosk = step.screen();
    for (Effect effect : step.effects()) {
      if (effect instanceof Effect.Ask(long ask, var act)) {
        lastAsk = ask;
        asked.add(act);
      }
    }
  }
}
