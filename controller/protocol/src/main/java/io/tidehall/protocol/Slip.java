package io.tidehall.protocol;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands on a paper slip; how it looks is the printer's part. It carries no name, number or
 * phone of a person.
 *
 * @param purpose which template
 * @param hall the hall's name
 * @param ticket the ticket, or null on a test page
 * @param issuedAt the hall's local time, as printed
 * @param link the address behind the QR code, or null
 * @param notices short lines at the foot, at most 6
 */
public record Slip(
    Purpose purpose,
    Language language,
    Text hall,
    @Nullable TicketView ticket,
    LocalDateTime issuedAt,
    @Nullable String link,
    List<Text> notices) {
  /** The templates. */
  public enum Purpose {
    TICKET,
    REPRINT,
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
    if (ticket == null && purpose != Purpose.TEST_PAGE) {
      throw new IllegalArgumentException("expected a ticket on a " + purpose + " slip, got none");
    }
  }
}
