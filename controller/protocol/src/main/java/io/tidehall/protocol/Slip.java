package io.tidehall.protocol;

import io.tidehall.protocol.Catalogue.Item;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands on a paper slip; how it looks is the printer's part. It carries no name, number or
 * phone of a person.
 *
 * @param purpose which template
 * @param hall the hall's name
 * @param ticket the ticket, or null where the slip is of none
 * @param issuedAt the hall's local time, as printed
 * @param link the address behind the QR code, or null
 * @param notices short lines at the foot, at most 6
 * @param item the item that a list tells of, or null on other slips
 */
public record Slip(
    Purpose purpose,
    Language language,
    Text hall,
    @Nullable TicketView ticket,
    LocalDateTime issuedAt,
    @Nullable String link,
    List<Text> notices,
    @Nullable Item item) {
  /** The templates. */
  public enum Purpose {
    TICKET,
    REPRINT,
    /** What an item needs, told once and completely (一次性告知单). */
    LIST,
    TEST_PAGE
  }

  public Slip {
    purpose = Check.present("purpose", purpose);
    language = language == null ? Language.ZH : language;
    hall = Check.present("hall", hall);
    issuedAt = Check.present("issuedAt", issuedAt);
    if (link != null) {
      link = Check.text("link", link, 200);
    }
    notices = Check.list("notices", notices, 6);
    if (item == null && purpose == Purpose.LIST) {
      throw new IllegalArgumentException("expected an item on a LIST slip, got none");
    }
    if (ticket == null && (purpose == Purpose.TICKET || purpose == Purpose.REPRINT)) {
      throw new IllegalArgumentException("expected a ticket on a " + purpose + " slip, got none");
    }
  }

  /** A slip of a ticket, or a test page. */
  public Slip(
      Purpose purpose,
      Language language,
      Text hall,
      @Nullable TicketView ticket,
      LocalDateTime issuedAt,
      @Nullable String link,
      List<Text> notices) {
    this(purpose, language, hall, ticket, issuedAt, link, notices, null);
  }
}
