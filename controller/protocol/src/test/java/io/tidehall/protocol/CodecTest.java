package io.tidehall.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes from outside is either a message or a reason why not. */
class CodecTest {
  private static final String GOOD =
      """
      {"id":"r-1","sentAt":"2026-11-02T01:15:30Z","act":{"type":"DeclineRating","service":"s-1"}}
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "{",
        "[]",
        "\"text\"",
        "17",
        "{}",
        "{\"id\":\"r-1\"}",
        "{\"id\":\"r-1\",\"sentAt\":\"yesterday\",\"act\":{\"type\":\"DeclineRating\",\"service\":\"s\"}}",
        "{\"id\":\"r-1\",\"sentAt\":\"2026-11-02T01:15:30Z\",\"act\":null}",
        "{\"id\":\"r-1\",\"sentAt\":\"2026-11-02T01:15:30Z\",\"act\":{}}",
        "{\"id\":\"r-1\",\"sentAt\":\"2026-11-02T01:15:30Z\",\"act\":{\"type\":null}}",
        "{\"id\":\"r-1\",\"sentAt\":\"2026-11-02T01:15:30Z\",\"act\":[1]}",
        "\u0000\u0001\u0002"
      })
  void whatIsNoRequestIsRefusedWithAReason(String text) {
    refused(text, "expected a DeviceRequest");
  }

  @Test
  void anUnknownActIsNamed() {
    refused(GOOD.replace("DeclineRating", "OpenTheDoor"), "OpenTheDoor");
  }

  @Test
  void somethingAfterTheMessageIsRefused() {
    refused(GOOD + "{}", "DeviceRequest");
    refused(GOOD + "garbage", "DeviceRequest");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a/b", "+", "#", "-a", "号", "a\\nb"})
  void anIdThatCouldLeaveItsPlaceIsRefused(String id) {
    refused(GOOD.replace("\"s-1\"", "\"" + id + "\""), "service");
  }

  @Test
  void anIdHasAtMost64Characters() throws MalformedMessageException {
    String longest = "x".repeat(64);
    assertEquals(new Act.DeclineRating(longest), decode(GOOD.replace("s-1", longest)).act());
    refused(GOOD.replace("s-1", longest + "x"), "64");
  }

  @Test
  void whatComesFromADeviceIsSmall() {
    String padded = GOOD.strip() + " ".repeat(Codec.MAX_DEVICE_MESSAGE);
    refused(padded, "at most " + Codec.MAX_DEVICE_MESSAGE);
  }

  @Test
  void nestingWithoutEndIsRefused() {
    String deep = "{\"x\":".repeat(200) + "1" + "}".repeat(200);
    refused("{\"extra\":" + deep + "," + GOOD.strip().substring(1), "DeviceRequest");
  }

  @Test
  void aReasonTellsWhereAndIsNoLeakOfTheWholePayload() {
    String text =
        GOOD.replace(
            "\"DeclineRating\"",
            "\"RateService\",\"level\":9,\"text\":\"" + "字".repeat(100) + "\"");
    String reason = refused(text, "level");
    assertTrue(reason.contains("1 to 5"), reason);
    assertTrue(reason.length() < 300, reason);
  }

  @Test
  void missingListsAreEmptyAndTheLanguageIsChinese() throws MalformedMessageException {
    DeviceRequest request =
        decode(
            GOOD.replace(
                "{\"type\":\"DeclineRating\",\"service\":\"s-1\"}",
                "{\"type\":\"TakeTicket\",\"line\":\"social\"}"));
    assertEquals(new Act.TakeTicket("social", List.of(), null, null, Language.ZH), request.act());
  }

  @Test
  void controlCharactersInATextAreRefused() {
    refused(
        GOOD.replace(
            "\"type\":\"DeclineRating\"",
            "\"type\":\"RateService\",\"level\":5,\"text\":\"a\\u001b[2J\""),
        "control characters");
  }

  @Test
  void notEvenUtf8IsRefused() {
    byte[] latin = {'{', '"', 'i', 'd', '"', ':', '"', (byte) 0xe9, '"', '}'};
    assertThrows(MalformedMessageException.class, () -> Codec.decode(DeviceRequest.class, latin));
  }

  private static DeviceRequest decode(String text) throws MalformedMessageException {
    return Codec.decode(DeviceRequest.class, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String refused(String text, String because) {
    MalformedMessageException refusal =
        assertThrows(MalformedMessageException.class, () -> decode(text));
    String reason = String.valueOf(refusal.getMessage());
    assertTrue(reason.contains(because), reason);
    return reason;
  }
}
