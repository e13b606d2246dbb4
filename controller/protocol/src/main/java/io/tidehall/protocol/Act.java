package io.tidehall.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a device may ask for. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Act.TakeTicket.class, name = "TakeTicket"),
  @JsonSubTypes.Type(value = Act.CheckIn.class, name = "CheckIn"),
  @JsonSubTypes.Type(value = Act.ReprintSlip.class, name = "ReprintSlip"),
  @JsonSubTypes.Type(value = Act.PrintList.class, name = "PrintList"),
  @JsonSubTypes.Type(value = Act.PrintTestPage.class, name = "PrintTestPage"),
  @JsonSubTypes.Type(value = Act.AskLine.class, name = "AskLine"),
  @JsonSubTypes.Type(value = Act.PressCallPad.class, name = "PressCallPad"),
  @JsonSubTypes.Type(value = Act.RateService.class, name = "RateService"),
  @JsonSubTypes.Type(value = Act.DeclineRating.class, name = "DeclineRating"),
  @JsonSubTypes.Type(value = Act.ReportPrint.class, name = "ReportPrint"),
  @JsonSubTypes.Type(value = Act.ReportNewRoll.class, name = "ReportNewRoll"),
  @JsonSubTypes.Type(value = Act.ReportDoor.class, name = "ReportDoor")
})
public sealed interface Act {
  /** How old the request may be when the hall gets it. Facts never grow too old, wishes do. */
  default Duration goodFor() {
    return Duration.ofSeconds(30);
  }

  /**
   * A citizen takes a ticket.
   *
   * @param line the business line's id
   * @param items ids of the items wanted, at most 10; may be empty; of several lines where {@link
   *     AskLine} named this line for them
   * @param greenReason id of the green channel's reason, or null
   * @param person a keyed hash of the person's number, or null when the hall does not ask
   * @param language the language of slip and answer
   */
  record TakeTicket(
      String line,
      List<String> items,
      @Nullable String greenReason,
      @Nullable String person,
      Language language)
      implements Act {
    public TakeTicket {
      line = Check.id("line", line);
      items = Check.list("items", items, 10);
      items.forEach(item -> Check.id("item", item));
      greenReason = Check.optionalId("greenReason", greenReason);
      person = Check.optionalId("person", person);
      language = language == null ? Language.ZH : language;
    }
  }

  /**
   * Whoever booked is here: the booking becomes a ticket.
   *
   * @param booking its id, as its QR code has it, or its four-digit code
   */
  record CheckIn(String booking, Language language) implements Act {
    public CheckIn {
      booking = Check.id("booking", booking);
      language = language == null ? Language.ZH : language;
    }
  }

  /** The slip of a live ticket is wanted once more. */
  record ReprintSlip(String ticket, Language language) implements Act {
    public ReprintSlip {
      ticket = Check.id("ticket", ticket);
      language = language == null ? Language.ZH : language;
    }
  }

  /** What an item needs is wanted on paper (一次性告知单), without a ticket. */
  record PrintList(String item, Language language) implements Act {
    public PrintList {
      item = Check.id("item", item);
      language = language == null ? Language.ZH : language;
    }
  }

  /**
   * The printer beside a kiosk is to show how it prints. The answer comes when the printer has told
   * what became of the page.
   */
  record PrintTestPage(Language language) implements Act {
    public PrintTestPage {
      language = language == null ? Language.ZH : language;
    }
  }

  /** Which line takes one ticket for all of these items, 2 to 10; it changes nothing. */
  record AskLine(List<String> items) implements Act {
    public AskLine {
      items = Check.list("items", items, 10);
      items.forEach(item -> Check.id("item", item));
      Check.within("number of items", items.size(), 2, 10);
    }
  }

  /**
   * A button of the clerk's call pad was pressed. The pad knows its window; the hall, its clerk.
   */
  record PressCallPad(Button button) implements Act {
    public PressCallPad {
      button = Check.present("button", button);
    }

    @Override
    public Duration goodFor() {
      return Duration.ofSeconds(5);
    }
  }

  /** What the buttons of a call pad mean. */
  enum Button {
    NEXT,
    RECALL,
    ARRIVED,
    /** Done on the spot (即办办结). */
    FINISH,
    NO_SHOW,
    /** Away, or back. */
    PAUSE,
    /** Finished with advice alone (咨询). */
    FINISH_ADVICE,
    /** An emergency call of the window. */
    EMERGENCY
  }

  /**
   * A citizen rates a service (好差评). At most one rating of a service counts.
   *
   * @param service the service's id, from the {@link WindowState.RatingInvitation}
   * @param level 5 非常满意 to 1 非常不满意
   * @param reasons codes of the reason labels chosen, at most 8
   * @param text free text of at most 150 characters, or empty
   */
  record RateService(String service, int level, List<String> reasons, String text) implements Act {
    public RateService {
      service = Check.id("service", service);
      level = Check.within("level", level, 1, 5);
      reasons = Check.list("reasons", reasons, 8);
      reasons.forEach(reason -> Check.id("reason", reason));
      text = text == null ? "" : Check.text("text", text, 150);
    }

    @Override
    public Duration goodFor() {
      return Duration.ofDays(7);
    }
  }

  /** The citizen let the pad's time pass without a word: 未评价, never a good rating. */
  record DeclineRating(String service) implements Act {
    public DeclineRating {
      service = Check.id("service", service);
    }

    @Override
    public Duration goodFor() {
      return Duration.ofDays(7);
    }
  }

  /** What became of a print job. */
  record ReportPrint(String job, Outcome outcome, String detail) implements Act {
    public ReportPrint {
      job = Check.id("job", job);
      outcome = Check.present("outcome", outcome);
      detail = detail == null ? "" : Check.text("detail", detail, 200);
    }

    @Override
    public Duration goodFor() {
      return Duration.ofDays(7);
    }

    /** How a print job ended; {@code UNKNOWN} when power or line failed while it ran. */
    public enum Outcome {
      PRINTED,
      FAILED,
      UNKNOWN
    }
  }

  /**
   * Somebody has put a new paper roll (换纸) into the printer beside a kiosk, or into the printer
   * that tells it: what was counted of the old one is over.
   */
  record ReportNewRoll() implements Act {
    @Override
    public Duration goodFor() {
      return Duration.ofDays(7);
    }
  }

  /**
   * The door of a kiosk's cabinet was opened or closed.
   *
   * @param at when, by the hall's clock; the hall may hear of it later
   */
  record ReportDoor(boolean open, Instant at) implements Act {
    public ReportDoor {
      at = Check.present("at", at);
    }

    @Override
    public Duration goodFor() {
      return Duration.ofDays(7);
    }
  }
}
