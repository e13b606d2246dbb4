package io.tidehall.kiosk.reader;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A reader without hardware: a panel on a desktop or a test lays fictional cards on it. */
public final class EmulatedReader implements IdReader {
  /** People who do not exist, one of each kind of card. */
  public static final List<IdCard> CARDS =
      List.of(
          card(IdCard.Kind.RESIDENT, "371312195601010028", "1956-01-01", null),
          card(IdCard.Kind.RESIDENT, "371312199001010014", "1990-01-01", "2036-05-20"),
          card(IdCard.Kind.FOREIGNER, "CAN110108850101", "1985-01-01", "2028-01-08"),
          card(IdCard.Kind.COMPATRIOT, "810000199207080039", "1992-07-08", "2029-03-01"));

  private Consumer<Sight> listener = _ -> {};
  private @Nullable IdCard lying;
  private boolean wanted;
  private boolean spent;

  @Override
  public synchronized void open(Consumer<Sight> hears) {
    listener = hears;
    hears.accept(new Ready());
  }

  @Override
  public synchronized void want(boolean now) {
    wanted = now;
    read();
  }

  /** Lays a card on the reader in place of what lies there. */
  public synchronized void lay(IdCard card) {
    takeAway();
    lying = card;
    read();
  }

  /** Takes the card away, if one lies there. */
  public synchronized void takeAway() {
    if (lying != null && spent) {
      listener.accept(new Gone());
    }
    lying = null;
    spent = false;
  }

  @Override
  public synchronized void close() {
    listener = _ -> {};
  }

  private void read() {
    if (wanted && lying != null && !spent) {
      spent = true;
      listener.accept(new Read(lying));
    }
  }

  private static IdCard card(
      IdCard.Kind kind, String number, String birth, @Nullable String until) {
    return new IdCard(
        kind, number, LocalDate.parse(birth), until == null ? null : LocalDate.parse(until));
  }
}
