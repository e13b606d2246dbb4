package io.tidehall.kiosk;

import io.tidehall.kiosk.flow.Choice.Who;
import io.tidehall.kiosk.flow.Happening;
import io.tidehall.kiosk.flow.World.Reader;
import io.tidehall.kiosk.reader.IdReader;
import io.tidehall.kiosk.reader.IdReader.Sight;
import io.tidehall.link.PersonHash;
import io.tidehall.protocol.Identity;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Between the reader and the flow: here, and nowhere behind it, a number becomes a hash and a birth
 * date a yes or no. What is logged of a card is that there was one.
 */
final class Recognition {
  private static final Logger log = LoggerFactory.getLogger(Recognition.class);

  /** The age at which the green channel is offered. */
  private static final int AGED = 60;

  private final @Nullable PersonHash hash;
  private final InstantSource clock;
  private final Consumer<Happening> flow;

  Recognition(@Nullable PersonHash hash, InstantSource clock, Consumer<Happening> flow) {
    this.hash = hash;
    this.clock = clock;
    this.flow = flow;
  }

  /** What the reader tells, on its thread. */
  void sighted(Sight sight) {
    switch (sight) {
      case IdReader.Ready _ -> {
        log.info("the ID reader answers");
        flow.accept(new Happening.ReaderIs(Reader.READY));
      }
      case IdReader.Missing(var because) -> {
        log.warn("{}", because);
        flow.accept(new Happening.ReaderIs(Reader.MISSING));
      }
      case IdReader.Gone _ -> flow.accept(new Happening.ReaderIs(Reader.READY));
      case IdReader.Unreadable _ -> {
        log.warn("a card could not be read");
        flow.accept(new Happening.CardUnreadable());
      }
      case IdReader.Read(var card) -> {
        flow.accept(new Happening.ReaderIs(Reader.CARD_LIES));
        // China has one time zone; a birthday begins everywhere at once.
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
        known(Identity.ID_CARD, card.number(), card.aged(AGED, today));
      }
    }
  }

  /** What was typed, phone first. */
  void typed(String digits) {
    known(Identity.PHONE_LAST_DIGITS, digits, false);
  }

  private void known(Identity way, String number, boolean aged) {
    if (hash != null) {
      flow.accept(new Happening.Recognised(new Who(hash.of(way, number), aged)));
    }
  }
}
