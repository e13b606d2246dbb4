package io.tidehall.device.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidehall.device.sound.FreeWords.Run;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreeWordsTest {
  @Test
  void chineseIsReadInPinyinWithTones() {
    assertEquals(List.of(pinyin("qing3 pai2 dui4")), FreeWords.runs("请排队"));
  }

  @Test
  void phrasesWithSeveralReadingsAreReadAsTheyAreSaid() {
    assertEquals(List.of(pinyin("yin2 hang2")), FreeWords.runs("银行"));
    assertEquals(List.of(pinyin("lao4 ling2 shi4")), FreeWords.runs("乐陵市"));
    assertEquals(List.of(pinyin("shan4 xian4")), FreeWords.runs("单县"));
  }

  @ParameterizedTest
  @CsvSource({
    "交给窗口, jiao1 gei3 chuang1 kou3",
    "行政给付, xing2 zheng4 ji3 fu4",
    "延长办理, yan2 chang2 ban4 li3",
    "了解, liao3 jie3",
    "不得进入, bu4 de2 jin4 ru4",
    "取得, qu3 de2",
    "获得, huo4 de2",
    "目的地, mu4 di4 di4",
    "首都, shou3 du1",
    "成都, cheng2 du1"
  })
  void aCharacterIsReadAsItsPhraseHasIt(String text, String read) {
    assertEquals(List.of(pinyin(read)), FreeWords.runs(text));
  }

  @Test
  void smallNumbersAreNumbersAndLongOnesGoByFigures() {
    assertEquals(List.of(pinyin("shi2 er4 hao4 chuang1 kou3")), FreeWords.runs("12号窗口"));
    assertEquals(
        List.of(pinyin("er4 ling2 er4 qi1 nian2 san1 yue4 er4 shi2 ri4")),
        FreeWords.runs("2027年3月20日"));
  }

  @Test
  void timesOfDayAreReadAsTimes() {
    assertEquals(List.of(pinyin("shi2 qi1 dian3 ban4 xia4 ban1")), FreeWords.runs("17:30下班"));
    assertEquals(List.of(pinyin("jiu3 dian3 ling2 wu3 fen1 kai1 men2")), FreeWords.runs("9:05开门"));
  }

  @Test
  void twoOClockIsSaidAsItIs() {
    assertEquals(List.of(pinyin("liang3 dian3 ban4 kai1 men2")), FreeWords.runs("2:30开门"));
    assertEquals(List.of(pinyin("xia4 wu3 liang3 dian3")), FreeWords.runs("下午2点"));
    assertEquals(List.of(pinyin("shi2 er4 dian3")), FreeWords.runs("12点"));
    assertEquals(List.of(pinyin("er4 hao4")), FreeWords.runs("2号"));
  }

  @Test
  void marksAreRestsAndLatinWordsAreEnglish() {
    assertEquals(
        List.of(pinyin("da3 kai1"), new Run("en", "Wi-Fi"), pinyin("ran2 hou4")),
        FreeWords.runs("打开，Wi-Fi。然后"));
    assertEquals(
        List.of(new Run("en", "Please close the door")), FreeWords.runs("Please close the door"));
  }

  private static Run pinyin(String text) {
    return new Run("cmn-latn-pinyin", text);
  }
}
