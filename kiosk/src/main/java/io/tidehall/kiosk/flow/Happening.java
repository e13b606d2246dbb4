package io.tidehall.kiosk.flow;

import io.tidehall.link.DeviceSession.Reach;
import io.tidehall.protocol.DeviceSetup;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.Message;
import java.time.Instant;
import java.util.List;

/** What can happen to a kiosk. */
public sealed interface Happening {
  /** The hall said how things are. */
  record Said(Message message) implements Happening {}

  /** The hall came into reach or left it. */
  record Reached(Reach reach) implements Happening {}

  /**
   * Time passes.
   *
   * @param now by the hall's clock, for display
   * @param steady milliseconds of a clock that only goes forward, for countdowns
   */
  record Tick(Instant now, long steady) implements Happening {}

  /** The hall answered the request of this number. */
  record Answered(long ask, HallAnswer.Reply reply) implements Happening {}

  /** The hall did not answer the request of this number in time. */
  record NotAnswered(long ask) implements Happening {}

  /** The ID reader came, went, or has a card on it. */
  record ReaderIs(World.Reader reader) implements Happening {}

  /** A card was laid on that cannot be read. */
  record CardUnreadable() implements Happening {}

  /** Somebody was recognised, by card or by what they typed. */
  record Recognised(Choice.Who who) implements Happening {}

  /** The code scanner read something: a booking's QR code, or anything else. */
  record Scanned(String text) implements Happening {
    @Override
    public String toString() {
      return "Scanned";
    }
  }

  /** A sensor in the cabinet says yes or no. */
  record Sensed(String sensor, boolean on) implements Happening {}

  /** What the hall said of this kiosk before the program was started, kept for when it is gone. */
  record Kept(DeviceSetup setup) implements Happening {}

  /** The PIN that was typed is the hall's, or is not. */
  record PinChecked(boolean right) implements Happening {}

  /** What is remembered of wrong PINs since before the program was started. */
  record Remembered(Guard guard) implements Happening {}

  /** The app has looked at the machine and its network. */
  record LookedAround(Machine machine) implements Happening {}

  /** The keys that the kiosk has. */
  record ButtonsAre(List<String> names) implements Happening {}

  /** Whether the kiosk can speak, and how loud staff want it here; null for as the hall says. */
  record VoiceIs(World.Voice voice) implements Happening {}

  /** A key of the kiosk was pressed. */
  record Pressed(String name) implements Happening {}

  /** A finger. */
  sealed interface Touch extends Happening {}

  record ChooseLine(String line) implements Touch {}

  record ChooseItem(String item) implements Touch {}

  /** They do not know or do not want to say which item. */
  record SkipItem() implements Touch {}

  /** Look for an item in the whole catalogue. */
  record Seek() implements Touch {}

  /** A key, or a whole word that is offered. */
  record Type(String text) implements Touch {
    @Override
    public String toString() {
      return "Type";
    }
  }

  /** Takes the last character away. */
  record Erase() implements Touch {}

  record EraseAll() implements Touch {}

  /** Look at what an item needs. */
  record OpenItem(String item) implements Touch {}

  /** A material is at hand, or is not after all. */
  record TickOff(int material) implements Touch {}

  /** The list is wanted on paper. */
  record PrintList() implements Touch {}

  /** Nothing is missing: on to the number. */
  record HaveAll() implements Touch {}

  record TurnTo(int page) implements Touch {}

  record AskGreen() implements Touch {}

  record ChooseGreen(String reason) implements Touch {}

  record NoGreen() implements Touch {}

  /** They have booked and are here. */
  record HaveBooked() implements Touch {}

  /** They do not say who they are. */
  record Unsaid() implements Touch {}

  /** The digits are typed: go on with them. */
  record DigitsDone() implements Touch {}

  /** Another item is to come onto the ticket. */
  record AddItem() implements Touch {}

  /** One ticket each, where one cannot carry all items. */
  record TakeApart() implements Touch {}

  /** On to the next ticket of several. */
  record TakeNext() implements Touch {}

  record Take() implements Touch {}

  /** The hall was asked and did not answer: ask it the same again. */
  record AskAgain() implements Touch {}

  record AskReprint() implements Touch {}

  record Back() implements Touch {}

  record Home() implements Touch {}

  record MoreTime() implements Touch {}

  record SwitchLanguage() implements Touch {}

  /** See what helps to see and to reach. */
  record AskAids() implements Touch {}

  record SwitchAid(Comfort.Aid aid) implements Touch {}

  /** Speak louder, or softer. */
  record Louder(int steps) implements Touch {}

  /** Speak as loud as the hall says again. */
  record HallsLoudness() implements Touch {}

  /** The hidden gesture of those who keep the kiosk. */
  record AskService() implements Touch {}

  /** A page of the service menu. */
  record Open(Service.Entry entry) implements Touch {}

  /** What the service page is for is to be done. */
  record Proceed() implements Touch {}

  /** A field of the touch test felt the finger. */
  record Hit(int field) implements Touch {}
}
