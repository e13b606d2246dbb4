package io.tidehall.printer.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidehall.protocol.DeviceStatus.Paper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers and what is told unasked, in every order in which they may come. */
class AnswersTest {
  private final ScriptedLine line = new ScriptedLine();
  private final Answers answers = new Answers(line);

  @ParameterizedTest
  @CsvSource({
    "38 00 00 0F 12 12 12 12,    12 12 12 12, cover-open",
    "12 38 00 00 0F 12 12 12,    12 12 12 12, cover-open",
    "12 12 12 12 18 08 00 0F,    12 12 12 12, cutter",
    "38 00 00 0F 00,             00,          cover-open",
    "00 38 00 00 0F,             00,          cover-open",
    "38 00 00 0F 18 08 00 0F 03, 03,          cutter",
    "38 00 18 08 00 0F 03,       03,          cutter",
    "38 00 12 00,                12 00,       ''",
    "38 00 00 92 00,             92 00,       ''",
    "12 00 16,                   12 00 16,    ''"
  })
  void whatIsToldUnaskedIsNoAnswerAndNoAnswerIsLost(String come, String left, String fault)
      throws IOException {
    line.comes(come);
    assertEquals(left, everything());
    assertEquals(
        fault.isEmpty() ? List.of() : List.of(fault),
        answers.news().map(it -> it.faults()).orElse(List.of()));
  }

  @Test
  void aTellingMayComeInPiecesBetweenLooks() throws IOException {
    for (String piece : List.of("18", "00", "0F")) {
      line.comes(piece);
      answers.drain();
      assertEquals(true, answers.news().isEmpty());
    }
    line.comes("0F");
    answers.drain();
    assertEquals(Paper.OUT, answers.news().orElseThrow().paper());
    assertEquals(true, answers.news().isEmpty(), "news is news once");
    assertEquals(Paper.OUT, answers.last().orElseThrow().paper());
  }

  @Test
  void lateAnswersAreThrownAwayAndWhatWasToldIsKept() throws IOException {
    line.comes("12 12 38 00 00 0F 00");
    answers.drain();
    assertEquals("", everything());
    assertEquals(List.of("cover-open"), answers.news().orElseThrow().faults());
  }

  private String everything() throws IOException {
    List<String> left = new ArrayList<>();
    while (line.isComing()) {
      answers.next(Duration.ZERO).ifPresent(b -> left.add("%02X".formatted(b)));
    }
    return String.join(" ", left);
  }
}
