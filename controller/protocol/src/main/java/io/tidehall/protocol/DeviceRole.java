package io.tidehall.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a device is in the hall; decides which topics it may use. */
public enum DeviceRole {
  @JsonProperty("kiosk")
  KIOSK("kiosk"),
  @JsonProperty("ticket-printer")
  TICKET_PRINTER("ticket-printer"),
  @JsonProperty("hall-board")
  HALL_BOARD("hall-board"),
  @JsonProperty("speaker")
  SPEAKER("speaker"),
  @JsonProperty("led-line")
  LED_LINE("led-line"),
  @JsonProperty("counter-display")
  COUNTER_DISPLAY("counter-display"),
  @JsonProperty("rating-pad")
  RATING_PAD("rating-pad"),
  @JsonProperty("call-pad")
  CALL_PAD("call-pad");

  private final String word;

  DeviceRole(String word) {
    this.word = word;
  }

  /** The word used in JSON, hall files and on command lines. */
  public String word() {
    return word;
  }

  /** Whether a device of this role stands at one window. */
  public boolean atWindow() {
    return this == COUNTER_DISPLAY || this == RATING_PAD || this == CALL_PAD;
  }
}
