package io.tidehall.display.voice;

import io.tidehall.device.CannotStartException;
import io.tidehall.device.Device;
import io.tidehall.device.DeviceApp;
import io.tidehall.device.DeviceMain;
import io.tidehall.device.DeviceOptions;
import io.tidehall.device.HallTime;
import io.tidehall.device.sound.AudioSink;
import io.tidehall.device.sound.CardSink;
import io.tidehall.device.sound.Clips;
import io.tidehall.device.sound.EspeakEngine;
import io.tidehall.device.sound.FolderSink;
import io.tidehall.device.sound.SpeechEngine;
import io.tidehall.link.DeviceSession;
import io.tidehall.link.DeviceSessions;
import io.tidehall.protocol.Announcements;
import io.tidehall.protocol.BoardState;
import io.tidehall.protocol.DeviceSetup;
import io.tidehall.protocol.DeviceStatus;
import io.tidehall.protocol.HallStatus;
import io.tidehall.protocol.Language;
import io.tidehall.protocol.Topics;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The hall's voice as a device: it hears the board's state and asks nothing. */
public final class VoiceApp implements DeviceApp {
  @Option(
      names = "--zone",
      paramLabel = "NAME",
      description =
          "Say only the calls to windows of this zone; like the options below, it comes"
              + " before what the hall file says.")
  @Nullable String zone;

  @Option(
      names = "--languages",
      paramLabel = "zh-CN|en",
      split = ",",
      converter = DeviceOptions.LanguageConverter.class,
      description = "The languages of each reading, in order (usual: zh-CN).")
  @Nullable List<Language> languages;

  @Option(
      names = "--readings",
      paramLabel = "N",
      description = "How often a call is said (usual: 2).")
  @Nullable Integer readings;

  @Option(
      names = "--crowded",
      paramLabel = "N",
      description = "From this many waiting calls on, each is said once (usual: 4).")
  @Nullable Integer crowded;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      description = "Calls older than this are not said any more (usual: 90).")
  @Nullable Integer patience;

  @Option(
      names = "--loudness",
      paramLabel = "PERCENT",
      description = "How loud, 0 to 100 (usual: 80).")
  @Nullable Integer loudness;

  @Option(
      names = "--hours",
      paramLabel = "FROM-TO=PERCENT",
      description = "Another loudness by time of day, such as 12:00-14:00=30; 0 is quiet.")
  Map<String, Integer> hours = new TreeMap<>();

  @Option(
      names = "--clips",
      paramLabel = "DIR",
      description = "The hall's own recordings, such as zh-CN/qing.wav; they come first.")
  @Nullable Path clips;

  @Option(
      names = "--audio",
      paramLabel = "auto|card|none|DIR",
      description = "Where the sound goes: the card if there is one (auto), or WAV files in DIR.")
  String audio = "auto";

  private static final DeviceSetup.Voice USUAL =
      new DeviceSetup.Voice(List.of(Language.ZH), 2, 4, 90, 80, List.of());

  private @Nullable Path kept;

  /** A voice for a machine without a card: what would be heard is kept in a folder. */
  public static VoiceApp into(Path folder) {
    var app = new VoiceApp();
    app.audio = folder.resolve("heard").toString();
    app.kept = folder.resolve("clips");
    return app;
  }

  /** Runs as a program of its own. */
  public static void main(String... args) {
    System.exit(DeviceMain.run(new VoiceApp(), DeviceSessions::over, args));
  }

  @Override
  public String name() {
    return "speaker";
  }

  @Override
  public Running start(Device device) {
    return start(device, kept(device), new EspeakEngine(), sink());
  }

  Running start(Device device, Path folder, SpeechEngine engine, AudioSink sink) {
    DeviceSession session = device.session();
    var speaker =
        new Speaker(
            rules(null, USUAL),
            new Clips(clips, folder, engine),
            sink,
            session.hallClock(),
            faults -> session.report(DeviceStatus.Paper.NOT_APPLICABLE, faults));
    session.watch(Topics.HALL, HallStatus.class, hall -> speaker.at(HallTime.of(hall).zone()));
    session.watch(
        Topics.setup(device.id()),
        DeviceSetup.class,
        it -> speaker.follow(rules(it.zone(), it.voice() == null ? USUAL : it.voice())));
    session.watch(Topics.BOARD, BoardState.class, speaker::heard);
    session.watch(Topics.ANNOUNCEMENTS, Announcements.class, speaker::heard);
    session.watchReach(
        reach -> {
          if (reach != DeviceSession.Reach.ONLINE) {
            speaker.silence();
          }
        });
    speaker.start();
    return speaker::close;
  }

  /** Where clips that were made are kept: what was chosen, or beside what the session keeps. */
  private Path kept(Device device) {
    if (kept != null) {
      return kept;
    }
    return device
        .options()
        .spool()
        .or(
            () ->
                device.options().credentials().map(it -> it.resolveSibling(device.id() + "-spool")))
        .orElse(Path.of(device.id() + "-spool"))
        .resolve("clips");
  }

  /** The options given, and for the others what the hall says, or the usual. */
  private VoiceRules rules(@Nullable String hallZone, DeviceSetup.Voice hall) {
    try {
      return new VoiceRules(
          Objects.requireNonNullElse(zone, Objects.requireNonNullElse(hallZone, "")),
          Objects.requireNonNullElse(languages, hall.languages()),
          Objects.requireNonNullElse(readings, hall.readings()),
          Objects.requireNonNullElse(crowded, hall.crowded()),
          Duration.ofSeconds(Objects.requireNonNullElse(patience, hall.patienceSeconds())),
          Objects.requireNonNullElse(loudness, hall.loudness()),
          hours.isEmpty() ? hallHours(hall) : loudHours());
    } catch (IllegalArgumentException e) {
      throw new CannotStartException(String.valueOf(e.getMessage()));
    }
  }

  private static List<VoiceRules.Hours> hallHours(DeviceSetup.Voice hall) {
    return hall.hours().stream()
        .map(
            it ->
                new VoiceRules.Hours(
                    LocalTime.parse(it.from()), LocalTime.parse(it.to()), it.loudness()))
        .toList();
  }

  private List<VoiceRules.Hours> loudHours() {
    List<VoiceRules.Hours> all = new ArrayList<>();
    hours.forEach(
        (period, percent) -> {
          String[] ends = period.split("-", -1);
          try {
            all.add(
                new VoiceRules.Hours(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]), percent));
          } catch (DateTimeException | ArrayIndexOutOfBoundsException _) {
            throw new IllegalArgumentException(
                "expected --hours such as 12:00-14:00=30, but '" + period + "' came");
          }
        });
    return all;
  }

  private AudioSink sink() {
    return switch (audio) {
      case "card" -> new CardSink();
      case "none" -> new FolderSink(null);
      case "auto" -> CardSink.present() ? new CardSink() : new FolderSink(null);
      default -> new FolderSink(Path.of(audio));
    };
  }
}
