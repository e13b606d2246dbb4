package io.tidehall.kiosk.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.kiosk.reader.CardText.SenselessCardException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardTextTest {
  private static final String NUMBER = "371312195601010028";

  @Test
  void aResidentsCardMayHaveAnEndOrNone() throws SenselessCardException {
    IdCard ending = CardText.parse(CardBytes.resident(NUMBER, "20360520"));
    assertEquals(IdCard.Kind.RESIDENT, ending.kind());
    assertEquals(NUMBER, ending.number());
    assertEquals(LocalDate.of(1956, 1, 1), ending.birth());
    assertEquals(LocalDate.of(2036, 5, 20), ending.until());
    assertNull(CardText.parse(CardBytes.resident(NUMBER, "长期")).until());
  }

  @Test
  void aForeignersCardHasItsOwnLayoutAndNumber() throws SenselessCardException {
    IdCard card = CardText.parse(CardBytes.foreigner("CAN110108850101", "19850101", "20280108"));
    assertEquals(IdCard.Kind.FOREIGNER, card.kind());
    assertEquals("CAN110108850101", card.number());
    assertEquals(LocalDate.of(1985, 1, 1), card.birth());
    assertEquals(LocalDate.of(2028, 1, 8), card.until());
  }

  @Test
  void aCompatriotsCardIsLaidOutLikeAResidents() throws SenselessCardException {
    IdCard card = CardText.parse(CardBytes.compatriot("810000199207080039", "20290301"));
    assertEquals(IdCard.Kind.COMPATRIOT, card.kind());
    assertEquals(LocalDate.of(1992, 7, 8), card.birth());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "371312195601010028",
        "371312199001010014",
        "990156198501011238",
        "810000199207080039"
      })
  void theFictionalNumbersAreGenuine(String number) {
    assertTrue(IdCard.genuine(number));
    for (int i = 0; i < number.length() - 1; i++) {
      char other = number.charAt(i) == '9' ? '0' : (char) (number.charAt(i) + 1);
      assertFalse(IdCard.genuine(number.substring(0, i) + other + number.substring(i + 1)));
    }
  }

  @Test
  void tenIsWrittenX() {
    List<String> genuine =
        List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "X").stream()
            .map(check -> "37131219900101004" + check)
            .filter(IdCard::genuine)
            .toList();
    assertEquals(1, genuine.size());
    assertFalse(IdCard.genuine(NUMBER.substring(1)));
    assertFalse(IdCard.genuine("37131219900101004x"));
  }

  @Test
  void whatMakesNoSenseIsRefusedWithoutTellingWhatStandsThere() {
    byte[] wrong = CardBytes.resident("371312195601010029", "长期");
    var problem = assertThrows(SenselessCardException.class, () -> CardText.parse(wrong));
    assertFalse(problem.toString().contains("371312"), problem.toString());
    assertThrows(
        SenselessCardException.class, () -> CardText.parse(CardBytes.resident(NUMBER, "20361399")));
    byte[] marked = CardBytes.resident(NUMBER, "长期");
    marked[248] = 'Z';
    assertThrows(SenselessCardException.class, () -> CardText.parse(marked));
    assertThrows(SenselessCardException.class, () -> CardText.parse(new byte[12]));
    assertThrows(
        SenselessCardException.class,
        () -> CardText.parse(CardBytes.foreigner("9901561985", "19850101", "20280108")));
  }

  @Test
  void ageCountsFromTheBirthday() throws SenselessCardException {
    IdCard card = CardText.parse(CardBytes.resident(NUMBER, "长期"));
    assertTrue(card.aged(60, LocalDate.of(2016, 1, 1)));
    assertFalse(card.aged(60, LocalDate.of(2015, 12, 31)));
  }

  @Test
  void aCardAsTextTellsNoNumber() throws SenselessCardException {
    String text = CardText.parse(CardBytes.resident(NUMBER, "长期")).toString();
    assertEquals("IdCard[RESIDENT]", text);
  }
}
