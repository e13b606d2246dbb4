package io.tidehall.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The languages that every screen and slip speaks. */
public enum Language {
  @JsonProperty("zh-CN")
  ZH("zh-CN"),
  @JsonProperty("en")
  EN("en");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** The BCP 47 tag, as it stands in file names and messages. */
  public String tag() {
    return tag;
  }

  public Language other() {
    return this == ZH ? EN : ZH;
  }
}
