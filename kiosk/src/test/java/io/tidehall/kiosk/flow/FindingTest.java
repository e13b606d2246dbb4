package io.tidehall.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.kiosk.SampleHall;
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
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a few letters to an item's page and its number, without a window. */
class FindingTest {
  private static final Screen.Search SEARCH = new Screen.Search("nc", 0);

  private final KioskFlow flow = new KioskFlow();
  private final List<Act> asked = new ArrayList<>();
  private Kiosk kiosk = Kiosk.start(Language.ZH);
  private final long steady = 1_000_000;

  @BeforeEach
  void anOpenHall() {
    happen(new Tick(SampleHall.NOW, steady));
    happen(new Said(SampleHall.open(false)));
    happen(new Said(SampleHall.catalogue(4, 10)));
    happen(new Said(SampleHall.lines(4)));
    happen(new Said(SampleHall.kiosk(Paper.OK)));
    happen(new Reached(Reach.ONLINE));
    happen(new Happening.Seek());
  }

  @Test
  void keysAreCollectedAndTakenAway() {
    shows(new Screen.Search("", 0));
    type("ncx");
    happen(new Happening.TurnTo(1));
    happen(new Happening.Erase());
    shows(SEARCH);
    happen(new Happening.Type("低保"));
    happen(new Happening.Erase());
    shows(new Screen.Search("nc低", 0));
    happen(new Happening.EraseAll());
    happen(new Happening.Erase());
    shows(new Screen.Search("", 0));
  }

  @Test
  void aStuckKeyDoesNotFillTheMemory() {
    for (int i = 0; i < 500; i++) {
      happen(new Happening.Type("a"));
    }
    assertTrue(assertInstanceOf(Screen.Search.class, kiosk.screen()).typed().length() < 50);
  }

  @Test
  void theIndexFollowsTheHallsCatalogue() {
    assertEquals(1, kiosk.world().index().find("ncjm").size());
    happen(new Said(SampleHall.catalogue(4, 3)));
    assertEquals(List.of(), kiosk.world().index().find("ncjm"));
  }

  @Test
  void fromTheItemsPageTheTicketNamesTheItemAndAWindowThatTakesIt() {
    toGuide();
    happen(new Happening.TickOff(0));
    happen(new Happening.HaveAll());
    happen(new Happening.Take());
    assertEquals(List.of(new Act.TakeTicket("A", List.of("i4"), null, null, Language.ZH)), asked);
  }

  @Test
  void backLeadsTheSameWayWithTicksAndLettersKept() {
    toGuide();
    happen(new Happening.TickOff(0));
    happen(new Happening.HaveAll());
    happen(new Happening.AskGreen());
    happen(new Happening.ChooseGreen("g1"));
    happen(new Happening.Back());
    shows(new Screen.Guide("i4", 0, Set.of(0), SEARCH));
    happen(new Happening.TickOff(0));
    shows(new Screen.Guide("i4", 0, Set.of(), SEARCH));
    happen(new Happening.Back());
    shows(SEARCH);
    happen(new Happening.Back());
    shows(new Screen.Lines(0));
  }

  @Test
  void anItemThatNoLineServesHasNoNumber() {
    Catalogue all = SampleHall.catalogue(4, 10);
    happen(new Said(new Catalogue(2, List.of(), all.items(), all.greens(), all.ratings())));
    toGuide();
    happen(new Happening.HaveAll());
    shows(new Screen.Guide("i4", 0, Set.of(), SEARCH));
  }

  @Test
  void anItemThatLeavesTheCatalogueTakesItsPageAway() {
    toGuide();
    happen(new Said(SampleHall.catalogue(4, 3)));
    shows(new Screen.Lines(0));
  }

  @Test
  void whatWasSearchedIsClearedForTheNextVisitor() {
    type("nc");
    happen(new Tick(SampleHall.NOW, steady + 50_000));
    assertEquals(OptionalLong.of(10), kiosk.countdown());
    happen(new Tick(SampleHall.NOW, steady + 60_000));
    shows(new Screen.Lines(0));
    happen(new Happening.Seek());
    shows(new Screen.Search("", 0));
  }

  @Test
  void theListIsAskedForOnceAndSaysWhenItIsPrinted() {
    toGuide();
    happen(new Happening.PrintList());
    happen(new Happening.PrintList());
    assertEquals(List.of(new Act.PrintList("i4", Language.ZH)), asked);
    happen(new Happening.TickOff(0));
    happen(new Happening.Answered(1, new HallAnswer.Done()));
    assertEquals(new Screen.Print(Screen.Reprint.PRINTED, 1, null), print());
    happen(new Happening.PrintList());
    assertEquals(1, asked.size());
    happen(new Happening.HaveAll());
    assertInstanceOf(Screen.Confirm.class, kiosk.screen());
  }

  @Test
  void aRefusedOrUnansweredListSaysSoAndTheNumberCanStillBeTaken() {
    toGuide();
    happen(new Happening.PrintList());
    Text because = Text.zh("打印机现在不能打印");
    happen(new Happening.Answered(1, new HallAnswer.Refused("PRINTER_NOT_READY", because)));
    assertEquals(new Screen.Print(Screen.Reprint.FAILED, 1, because), print());
    happen(new Happening.Back());
    happen(new Happening.OpenItem("i4"));
    happen(new Happening.PrintList());
    happen(new Happening.NotAnswered(2));
    assertEquals(new Screen.Print(Screen.Reprint.FAILED, 2, null), print());
    happen(new Happening.HaveAll());
    assertInstanceOf(Screen.Confirm.class, kiosk.screen());
  }

  @Test
  void theListsAnswerReachesItsPageUnderHelpToSee() {
    toGuide();
    happen(new Happening.PrintList());
    happen(new Happening.AskAids());
    happen(new Happening.Answered(1, new HallAnswer.Done()));
    happen(new Happening.Back());
    assertEquals(new Screen.Print(Screen.Reprint.PRINTED, 1, null), print());
    happen(new Happening.Back());
    happen(new Happening.OpenItem("i4"));
    happen(new Happening.PrintList());
    happen(new Happening.AskAids());
    happen(new Happening.NotAnswered(2));
    happen(new Happening.Back());
    assertEquals(new Screen.Print(Screen.Reprint.FAILED, 2, null), print());
    happen(new Happening.HaveAll());
    assertInstanceOf(Screen.Confirm.class, kiosk.screen());
  }

  @Test
  void withoutAPrinterNoListIsAskedFor() {
    happen(new Said(SampleHall.withoutPrinter()));
    toGuide();
    happen(new Happening.PrintList());
    assertEquals(List.of(), asked);
  }

  private Screen.Print print() {
    return assertInstanceOf(Screen.Guide.class, kiosk.screen()).print();
  }

  private void toGuide() {
    type("nc");
    happen(new Happening.OpenItem("i4"));
    shows(new Screen.Guide("i4", 0, Set.of(), SEARCH));
  }

  private void type(String letters) {
    for (String letter : letters.split("")) {
      happen(new Happening.Type(letter));
    }
  }

  private void shows(Screen screen) {
    assertEquals(screen, kiosk.screen());
  }

  private void happen(Happening happening) {
    var step = flow.next(kiosk, happening);
    kiosk = step.screen();
    for (Effect effect : step.effects()) {
      if (effect instanceof Effect.Ask(_, var act)) {
        asked.add(act);
      }
    }
  }
}
