package io.tidehall.printer.agent;

import static org.awaitility.Awaitility.await;

import io.tidehall.link.DeviceSession;
import io.tidehall.link.InMemoryBroker;
import io.tidehall.link.InMemoryLink;
import io.tidehall.link.LinkDeviceSession;
import io.tidehall.printer.Slips;
import io.tidehall.protocol.Act.ReportPrint;
import io.tidehall.protocol.ClockState;
import io.tidehall.protocol.Codec;
import io.tidehall.protocol.DeviceRequest;
import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.DeviceSetup;
import io.tidehall.protocol.DeviceStatus;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.MalformedMessageException;
import io.tidehall.protocol.Message;
import io.tidehall.protocol.PrintJob;
import io.tidehall.protocol.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The hall as the printer meets it: sends jobs, hears reports and states. In memory. */
final class Hall implements AutoCloseable {
  static final String DEVICE = "printer-1";

  private final InMemoryBroker broker = new InMemoryBroker();
  private final InMemoryLink link = broker.link("controller");
  private final List<ReportPrint> reports = new CopyOnWriteArrayList<>();
  private final List<String> answered = new CopyOnWriteArrayList<>();
  private volatile Instant now = Slips.NOW;
  private volatile @Nullable DeviceSession device;

  Hall() {
    link.subscribe(Topics.ALL_REQUESTS, (_, payload) -> heard(payload));
    link.open();
  }

  /** A device's own session; the folder is what survives its restarts. */
  DeviceSession session(Path folder) {
    device =
        new LinkDeviceSession(
            broker.link(DEVICE), DEVICE, "ticket-printer", "test", folder, () -> now);
    return device;
  }

  void send(PrintJob job) {
    link.publish(Topics.job(DEVICE), Codec.encode(job));
  }

  /** Time has passed, and the device has heard it when this returns. */
  void at(Instant later) {
    DeviceSession hears = Objects.requireNonNull(device);
    now = later;
    link.publishState(Topics.CLOCK, Codec.encode(new ClockState(later, 5, null)));
    await().until(() -> !hears.lastHeard().equals(Instant.EPOCH));
  }

  /** People have told that a new roll was put in. */
  void newRoll(Instant since) {
    link.publishState(
        Topics.setup(DEVICE),
        Codec.encode(
            new DeviceSetup(DeviceRole.TICKET_PRINTER, null, null, null, null, null, null, since)));
  }

  /** The ends reported, in order, as "id OUTCOME". */
  List<String> ends() {
    return reports.stream().map(report -> report.job() + " " + report.outcome()).toList();
  }

  List<ReportPrint> reports() {
    return List.copyOf(reports);
  }

  @Nullable DeviceStatus status() {
    byte[] retained = broker.retained(Topics.status(DEVICE));
    return retained == null ? null : decode(DeviceStatus.class, retained);
  }

  /** Slips of the roll as told last; -1 when that is not known. */
  int rollSlips() {
    DeviceStatus status = status();
    return status == null || status.roll() == null ? -1 : status.roll().slips();
  }

  boolean tells(DeviceStatus.Paper paper, String... faults) {
    DeviceStatus status = status();
    return status != null && status.paper() == paper && status.faults().equals(List.of(faults));
  }

  private void heard(byte[] payload) {
    DeviceRequest request = decode(DeviceRequest.class, payload);
    if (request.act() instanceof ReportPrint report && !answered.contains(request.id())) {
      answered.add(request.id());
      reports.add(report);
    }
    link.publish(
        Topics.answer(DEVICE),
        Codec.encode(new HallAnswer(request.id(), request.sentAt(), new HallAnswer.Done())));
  }

  private static <M extends Message> M decode(Class<M> type, byte[] payload) {
    try {
      return Codec.decode(type, payload);
    } catch (MalformedMessageException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    link.close();
  }
}
