package io.tidehall.server.edge;

import io.tidehall.hall.Command;
import io.tidehall.hall.DeviceChange;
import io.tidehall.hall.HallState;
import io.tidehall.hall.plan.LineId;
import io.tidehall.hall.plan.WindowId;
import io.tidehall.hall.rating.Channel;
import io.tidehall.hall.ticket.Outcome;
import io.tidehall.hall.ticket.ServiceId;
import io.tidehall.hall.ticket.TicketId;
import io.tidehall.hall.window.Window;
import io.tidehall.protocol.Act;
import io.tidehall.protocol.DeviceRole;
import io.tidehall.server.view.Words;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A device's act as a command of the rules, where its role allows the act. */
final class Commands {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private Commands() {}

  /**
   * The command of an act; empty where the role does not allow it.
   *
   * @param slips the printer that the slip of a ticket goes to now, or null for none
   */
  static Optional<Command> from(
      DevicePlace device, @Nullable String slips, Act act, HallState state) {
    DeviceRole role = device.role();
    String window = device.window();
    return switch (act) {
      case Act.TakeTicket take when role == DeviceRole.KIOSK ->
          Optional.of(
              new Command.IssueTicket(
                  new LineId(take.line()),
                  take.items(),
                  take.greenReason(),
                  take.person(),
                  slips,
                  take.language().tag()));
      case Act.CheckIn check when role == DeviceRole.KIOSK ->
          Optional.of(new Command.CheckIn(check.booking(), slips, check.language().tag(), null));
      case Act.ReprintSlip reprint when role == DeviceRole.KIOSK && device.printer() != null ->
          Optional.of(
              new Command.ReprintSlip(
                  new TicketId(reprint.ticket()), device.printer(), reprint.language().tag()));
      case Act.PrintList list when role == DeviceRole.KIOSK && device.printer() != null ->
          Optional.of(new Command.PrintList(list.item(), device.printer(), list.language().tag()));
      case Act.PrintTestPage page when role == DeviceRole.KIOSK && device.printer() != null ->
          Optional.of(new Command.PrintTestPage(device.printer(), page.language().tag()));
      case Act.PressCallPad press when role == DeviceRole.CALL_PAD && window != null ->
          Optional.of(pressed(press.button(), new WindowId(window), state));
      case Act.RateService rate when role == DeviceRole.RATING_PAD ->
          Optional.of(
              new Command.Rate(
                  new ServiceId(rate.service()),
                  rate.level(),
                  rate.reasons(),
                  rate.text(),
                  Channel.HALL_PAD));
      case Act.DeclineRating decline when role == DeviceRole.RATING_PAD ->
          Optional.of(new Command.DeclineRating(new ServiceId(decline.service())));
      case Act.ReportPrint report when role == DeviceRole.TICKET_PRINTER ->
          Optional.of(
              new Command.EndSlip(
                  report.job(), Command.SlipEnd.valueOf(report.outcome().name()), report.detail()));
      case Act.ReportNewRoll _ when role == DeviceRole.KIOSK && device.printer() != null ->
          Optional.of(newRoll(device.printer(), device.id()));
      case Act.ReportNewRoll _ when role == DeviceRole.TICKET_PRINTER ->
          Optional.of(newRoll(device.id(), ""));
      case Act.ReportDoor door when role == DeviceRole.KIOSK ->
          Optional.of(door(device.id(), door, state));
      default -> Optional.empty();
    };
  }

  /** With its own time, to the second: the journal has when the hall heard of it. */
  private static Command door(String kiosk, Act.ReportDoor door, HallState state) {
    var change = door.open() ? DeviceChange.DOOR_OPENED : DeviceChange.DOOR_CLOSED;
    return new Command.ChangeDevice(kiosk, change, TIME.format(state.plan().local(door.at())));
  }

  private static Command newRoll(String printer, String toldBy) {
    return new Command.ChangeDevice(printer, DeviceChange.NEW_ROLL, toldBy);
  }

  private static Command pressed(Act.Button button, WindowId window, HallState state) {
    return switch (button) {
      case NEXT -> new Command.CallNext(window);
      case RECALL -> new Command.Recall(window);
      case ARRIVED -> new Command.Arrive(window);
      case FINISH -> new Command.Finish(window, Outcome.DONE_AT_ONCE, "");
      case FINISH_ADVICE -> new Command.Finish(window, Outcome.CONSULTED, "");
      case NO_SHOW -> new Command.MarkNoShow(window);
      case EMERGENCY -> new Command.RaiseEmergency(window);
      case PAUSE ->
          state.windows().get(window) instanceof Window.Paused
              ? new Command.EndPause(window)
              : new Command.Pause(window, Words.text("pause.pad").zh(), null);
    };
  }
}
