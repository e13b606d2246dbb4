package io.tidehall.kiosk.reader;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.kiosk.reader.IdReader.Gone;
import io.tidehall.kiosk.reader.IdReader.Missing;
import io.tidehall.kiosk.reader.IdReader.Read;
import io.tidehall.kiosk.reader.IdReader.Ready;
import io.tidehall.kiosk.reader.IdReader.Sight;
import io.tidehall.kiosk.reader.IdReader.Unreadable;
import io.tidehall.kiosk.reader.serial.ReaderLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real serial library over a pair of pseudo-terminals, against a reader in a few lines. */
class SerialIdReaderTest {
  private static final String NUMBER = "371312195601010028";
  private static final byte[] CARD = CardBytes.resident(NUMBER, "长期");

  @TempDir Path folder = Path.of("");

  private final List<Sight> sights = new CopyOnWriteArrayList<>();
  private Pair pair = new Pair(Path.of(""), null, null);
  private IdReader reader = new EmulatedReader();

  @BeforeEach
  void plugIn() throws IOException {
    Assumptions.assumeTrue(
        Boolean.getBoolean("tidehall.guard") || Files.isExecutable(Path.of("/usr/bin/socat")),
        "needs socat: apt install socat");
    pair = Pair.join(folder);
    reader = new SerialIdReader(new ReaderLine(folder.resolve("ours")));
    reader.open(sights::add);
    await().until(() -> sights.contains(new Ready()));
  }

  @AfterEach
  void pullOut() throws IOException {
    reader.close();
    pair.close();
  }

  @Test
  void aCardIsReadOnceAndAgainOnlyAfterItHasLeft() {
    pair.device().lay(CARD);
    reader.want(true);
    await().until(() -> reads().size() == 1);
    assertEquals(NUMBER, reads().getFirst().number());
    int polls = pair.device().asked().size();
    await().until(() -> pair.device().asked().size() > polls + 3);
    assertEquals(1, reads().size(), "it still lies there");
    pair.device().lay(null);
    await().until(() -> sights.contains(new Gone()));
    pair.device().lay(CardBytes.resident("371312199001010014", "20360520"));
    await().until(() -> reads().size() == 2);
    assertEquals("371312199001010014", reads().getLast().number());
  }

  @Test
  void foreignersAndCompatriotsAreReadToo() {
    reader.want(true);
    pair.device().lay(CardBytes.foreigner("CAN110108850101", "19850101", "20280108"));
    await().until(() -> reads().size() == 1);
    pair.device().lay(null);
    await().until(() -> sights.contains(new Gone()));
    pair.device().lay(CardBytes.compatriot("810000199207080039", "20290301"));
    await().until(() -> reads().size() == 2);
    assertEquals(
        List.of(IdCard.Kind.FOREIGNER, IdCard.Kind.COMPATRIOT),
        reads().stream().map(IdCard::kind).toList());
  }

  @Test
  void nobodysCardIsReadWhileNoneIsWanted() {
    pair.device().lay(CARD);
    await().until(() -> pair.device().asked().size() >= 3);
    assertEquals(List.of(), reads());
    assertFalse(pair.device().asked().contains(0x2002), "not even selected");
    reader.want(true);
    await().until(() -> reads().size() == 1);
  }

  @Test
  void repliesThatComeByteByByteAreRead() {
    pair.device().split();
    pair.device().lay(CARD);
    reader.want(true);
    await().until(() -> reads().size() == 1);
  }

  @Test
  void aWrongSumIsAskedForAgain() {
    pair.device().spoil(SerialIdReaderTest::wrongSum);
    pair.device().spoil(SerialIdReaderTest::wrongSum);
    pair.device().lay(CARD);
    reader.want(true);
    await().until(() -> reads().size() == 1);
    assertEquals(3, pair.device().asked().stream().filter(it -> it == 0x3001).count());
  }

  @Test
  void aReplyAfterNoiseAndHalfAnotherIsFoundByItsHead() {
    pair.device()
        .spoil(
            whole ->
                CardBytes.joined(new byte[] {0, -1, -86, -86}, Arrays.copyOf(whole, 70), whole));
    pair.device().lay(CARD);
    reader.want(true);
    await().until(() -> reads().size() == 1);
  }

  @Test
  void aCardThatStaysUnreadableIsSaidOnceAndMustBeTakenAway() {
    for (int i = 0; i < 3; i++) {
      pair.device().spoil(_ -> CardBytes.reply(0x41));
    }
    pair.device().lay(CARD);
    reader.want(true);
    await().until(() -> sights.contains(new Unreadable()));
    pair.device().lay(null);
    await().until(() -> sights.contains(new Gone()));
    pair.device().lay(CARD);
    await().until(() -> reads().size() == 1);
    assertEquals(1, sights.stream().filter(Unreadable.class::isInstance).count());
  }

  @Test
  void itIsNotAskedFasterThanItBears() {
    reader.want(true);
    await().until(() -> pair.device().gaps().size() >= 4);
    for (long gap : pair.device().gaps()) {
      assertTrue(gap >= SerialIdReader.POLL.toNanos(), gap + " ns after the answer");
    }
  }

  @Test
  void aReaderThatFallsSilentIsMissingUntilItAnswers() {
    reader.want(true);
    pair.device().mute(true);
    await().until(() -> sights.getLast() instanceof Missing);
    pair.device().mute(false);
    await().until(() -> sights.getLast() instanceof Ready);
  }

  @Test
  void aReaderPulledOutIsFoundAgainWhenItIsBack() throws IOException {
    reader.want(true);
    pair.close();
    await().until(() -> sights.getLast() instanceof Missing);
    pair = Pair.join(folder);
    await().until(() -> sights.getLast() instanceof Ready);
    pair.device().lay(CARD);
    await().until(() -> reads().size() == 1);
  }

  private List<IdCard> reads() {
    return sights.stream().filter(Read.class::isInstance).map(it -> ((Read) it).card()).toList();
  }

  private static byte[] wrongSum(byte[] reply) {
    byte[] wrong = reply.clone();
    wrong[wrong.length - 1] ^= 0x55;
    return wrong;
  }
}
