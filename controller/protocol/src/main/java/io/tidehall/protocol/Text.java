package io.tidehall.protocol;

/**
 * Words in the hall's two languages. Where the English is not known (the published catalogue is
 * Chinese only) both are the Chinese.
 *
 * @param zh Simplified Chinese, never empty
 * @param en English, the Chinese where there is none
 */
public record Text(String zh, String en) {
  public Text {
    zh = Check.text("zh", zh, 500);
    en = en == null || en.isEmpty() ? zh : Check.text("en", en, 500);
  }

  public static Text of(String zh, String en) {
    return new Text(zh, en);
  }

  public static Text zh(String zh) {
    return new Text(zh, zh);
  }

  public String in(Language language) {
    return language == Language.EN ? en : zh;
  }
}
