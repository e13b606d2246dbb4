package io.tidehall.hall.skill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidehall.hall.plan.WindowId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecondSkillsTest {
  private static final double DAY = 400;
  private static final List<FieldWork> FIELDS =
      List.of(
          new FieldWork("社保", 60, 370), new FieldWork("民政", 20, 120), new FieldWork("住建", 40, 240));
  private static final List<WindowWork> WINDOWS =
      List.of(dedicated("1", "社保", 370), dedicated("2", "民政", 120), dedicated("3", "住建", 240));

  @Test
  void theIdleWindowShouldLearnThePressedField() {
    List<SkillAdvice> advice = SecondSkills.advise(DAY, FIELDS, WINDOWS);
    SkillAdvice idle = of(advice, "2");
    assertEquals("社保", idle.field());
    assertTrue(idle.savedMinutes() > of(advice, "3").savedMinutes());
    assertTrue(idle.zh().contains("2 号窗口") && idle.zh().contains("社保"), idle.zh());
    assertTrue(idle.en().contains("busy 30 %"), idle.en());
    assertEquals(idle.savedMinutes() / 120, idle.savedPerTicket(), 1e-9);
  }

  @Test
  void theGreatestGainComesFirst() {
    List<Double> gains =
        SecondSkills.advise(DAY, FIELDS, WINDOWS).stream().map(SkillAdvice::savedMinutes).toList();
    assertEquals(gains.stream().sorted((a, b) -> Double.compare(b, a)).toList(), gains);
  }

  @Test
  void aFlexibleWindowHasNothingToLearnAndAWindowLearnsNoFieldTwice() {
    List<SkillAdvice> advice =
        SecondSkills.advise(
            DAY,
            FIELDS,
            List.of(
                new WindowWork(new WindowId("1"), false, List.of("社保"), DAY, 300),
                new WindowWork(new WindowId("2"), true, List.of("社保", "民政", "住建"), DAY, 300)));
    assertEquals(List.of(), advice);
  }

  @Test
  void oneWindowOfManyIsCreditedWithItsPartOnly() {
    List<FieldWork> big = List.of(new FieldWork("社保", 600, 3800), new FieldWork("民政", 400, 2400));
    List<WindowWork> many = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      many.add(dedicated("" + (i + 1), i < 10 ? "社保" : "民政", i < 10 ? 380 : 240));
    }
    double one = SecondSkills.advise(DAY, big, many).getLast().savedMinutes();
    double few =
        SecondSkills.advise(
                DAY,
                List.of(new FieldWork("社保", 60, 380), new FieldWork("民政", 40, 240)),
                List.of(dedicated("1", "社保", 380), dedicated("2", "民政", 240)))
            .getLast()
            .savedMinutes();
    assertTrue(one < few / 3, one + " " + few);
  }

  @Test
  void aPeriodWithoutOpenTimeIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> SecondSkills.advise(0, FIELDS, WINDOWS));
  }

  private static SkillAdvice of(List<SkillAdvice> advice, String window) {
    return advice.stream()
        .filter(it -> it.window().value().equals(window))
        .findFirst()
        .orElseThrow();
  }

  private static WindowWork dedicated(String id, String field, double busy) {
    return new WindowWork(new WindowId(id), true, List.of(field), DAY, busy);
  }
}
