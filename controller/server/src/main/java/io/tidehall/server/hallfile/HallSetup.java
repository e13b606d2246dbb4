package io.tidehall.server.hallfile;

import io.tidehall.hall.plan.HallPlan;
import io.tidehall.protocol.Catalogue;
import io.tidehall.protocol.DeviceSetup.Show;
import io.tidehall.protocol.Text;
import io.tidehall.protocol.WindowState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A hall file that has been read and found right: the plan for the rules, and what only the server
 * needs.
 *
 * @param level decides the published items
 * @param catalogue what devices show, with sequence number 0
 * @param devices those of the file, or the usual ones
 * @param notices for boards and kiosks
 * @param slipNotices for the foot of slips
 * @param accounts everybody who may sign in, also managers who are no clerks
 * @param labelsVersion which list of rating labels the plan holds
 * @param pinNetworks from where clerks may sign in by PIN; empty for nowhere
 * @param playlist the pictures and films of all boards
 * @param kiosks what the hall wants of its kiosks
 */
public record HallSetup(
    HallPlan plan,
    Level level,
    Catalogue catalogue,
    List<HallDevice> devices,
    List<Text> notices,
    List<Text> slipNotices,
    List<Account> accounts,
    String labelsVersion,
    List<Network> pinNetworks,
    List<ZoneShow> playlist,
    KioskWishes kiosks) {
  /**
   * A picture or film for the boards of one zone.
   *
   * @param zone empty for all boards
   */
  public record ZoneShow(Show show, String zone) {
    /** Whether a board of a zone, or of the whole hall, shows it. */
    public boolean showsIn(String its) {
      return zone.isEmpty() || zone.equals(its);
    }
  }

  public HallSetup {
    devices = List.copyOf(devices);
    notices = List.copyOf(notices);
    slipNotices = List.copyOf(slipNotices);
    accounts = List.copyOf(accounts);
    pinNetworks = List.copyOf(pinNetworks);
    playlist = List.copyOf(playlist);
  }

  /** A hall in which one signs in by password alone, without pictures and films. */
  public HallSetup(
      HallPlan plan,
      Level level,
      Catalogue catalogue,
      List<HallDevice> devices,
      List<Text> notices,
      List<Text> slipNotices,
      List<Account> accounts,
      String labelsVersion) {
    this(
        plan,
        level,
        catalogue,
        devices,
        notices,
        slipNotices,
        accounts,
        labelsVersion,
        List.of(),
        List.of(),
        KioskWishes.NONE);
  }

  /** The catalogue as it is announced. */
  public Catalogue catalogue(long seq) {
    return new Catalogue(
        seq, catalogue.lines(), catalogue.items(), catalogue.greens(), catalogue.ratings());
  }

  /** What counter displays make public of clerks, by badge; empty unless the hall wants it. */
  public Map<String, WindowState.Card> cards() {
    Map<String, WindowState.Card> cards = new TreeMap<>();
    for (Account account : accounts) {
      if (account.card() != null) {
        cards.put(account.badge(), account.card());
      }
    }
    return cards;
  }

  /** The same hall to be tried: open at any hour, PINs on this machine unless it says where. */
  public HallSetup asTrial() {
    HallPlan trial =
        new HallPlan(
                plan.id(),
                plan.zh(),
                plan.en(),
                plan.zone(),
                true,
                plan.lines(),
                plan.windows(),
                plan.clerks(),
                plan.hours(),
                plan.workingDays(),
                plan.rules(),
                plan.greenReasons(),
                plan.labels())
            .with(plan.tides(), plan.duties());
    return new HallSetup(
        trial,
        level,
        catalogue,
        devices,
        notices,
        slipNotices,
        accounts,
        labelsVersion,
        pinNetworks.isEmpty() ? List.of(Network.LOOPBACK) : pinNetworks,
        playlist,
        kiosks);
  }

  /** What is allowed but should be looked at: unknown holidays, too little item coverage. */
  public List<Text> warnings(LocalDate today) {
    List<Text> warnings = new ArrayList<>(OfficialCalendar.warnings(plan.workingDays(), today));
    Coverage coverage = Coverage.of(plan);
    if (coverage.share() < Coverage.TARGET) {
      warnings.add(
          Text.of(
              "综合窗口通办比例为 %.1f%%，低于 %.0f%%".formatted(100 * coverage.share(), 100 * Coverage.TARGET),
              "Comprehensive windows take %.1f%% of the items, less than %.0f%%"
                  .formatted(100 * coverage.share(), 100 * Coverage.TARGET)));
    }
    return List.copyOf(warnings);
  }
}
