package io.tidehall.server.hallfile;

import io.tidehall.protocol.DeviceRole;
import io.tidehall.protocol.DeviceSetup;
import io.tidehall.protocol.Language;
import io.tidehall.server.hallfile.HallSetup.ZoneShow;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The devices a file lists, or the usual ones when it lists none. */
final class Devices {
  private static final int PICTURE_SECONDS = 12;
  private static final int FILM_SECONDS = 30;

  private Devices() {}

  static List<HallDevice> of(Part root) {
    Part listed = root.get("devices");
    List<ZoneShow> playlist = playlist(root);
    return listed.present()
        ? listed.each().stream().map(device -> device(device, playlist)).toList()
        : usual(root.get("windows").each(), playlist);
  }

  /** The pictures and films of all boards, in order. */
  static List<ZoneShow> playlist(Part root) {
    return root.get("playlist").each().stream()
        .map(it -> new ZoneShow(show(it), it.get("zone").text("")))
        .toList();
  }

  private static HallDevice device(Part device, List<ZoneShow> playlist) {
    String word = device.get("role").text("");
    DeviceRole role =
        Stream.of(DeviceRole.values())
            .filter(known -> known.word().equals(word))
            .findFirst()
            .orElseThrow();
    return new HallDevice(
        device.get("id").text(""),
        role,
        device.get("window").text().orElse(null),
        device.get("printer").text().orElse(null),
        device.get("zone").text().orElse(null),
        device.get("voice").present() ? voice(device.get("voice")) : null,
        role == DeviceRole.HALL_BOARD ? shows(playlist, device.get("zone").text("")) : List.of());
  }

  /** What a board of a zone shows, or one of the whole hall: what has no zone, and its own. */
  private static List<DeviceSetup.Show> shows(List<ZoneShow> playlist, String zone) {
    return playlist.stream().filter(it -> it.showsIn(zone)).map(ZoneShow::show).toList();
  }

  private static DeviceSetup.Show show(Part show) {
    String file = show.get("file").text("");
    int usual = DeviceSetup.Show.film(file) ? FILM_SECONDS : PICTURE_SECONDS;
    Optional<LocalTime[]> ends = Layout.ends(show.get("period").text(""));
    return new DeviceSetup.Show(
        file,
        show.get("seconds").whole(usual),
        ends.map(it -> it[0].toString()).orElse(null),
        ends.map(it -> it[1].toString()).orElse(null));
  }

  private static DeviceSetup.Voice voice(Part voice) {
    List<Language> languages =
        voice.get("languages").texts().stream()
            .map(tag -> tag.equals(Language.EN.tag()) ? Language.EN : Language.ZH)
            .toList();
    return new DeviceSetup.Voice(
        languages.isEmpty() ? List.of(Language.ZH) : languages,
        voice.get("readings").whole(2),
        voice.get("crowded").whole(4),
        voice.get("patienceSeconds").whole(90),
        voice.get("loudness").whole(80),
        voice.get("hours").each().stream().map(Devices::hours).toList());
  }

  private static DeviceSetup.Hours hours(Part hours) {
    LocalTime[] ends = Layout.ends(hours.get("period").text("")).orElseThrow();
    return new DeviceSetup.Hours(
        ends[0].toString(), ends[1].toString(), hours.get("loudness").whole(0));
  }

  private static List<HallDevice> usual(List<Part> windows, List<ZoneShow> playlist) {
    List<HallDevice> devices = new ArrayList<>();
    devices.add(new HallDevice("kiosk-1", DeviceRole.KIOSK, null, "printer-1"));
    devices.add(new HallDevice("printer-1", DeviceRole.TICKET_PRINTER, null, null));
    devices.add(
        new HallDevice(
            "board-1", DeviceRole.HALL_BOARD, null, null, null, null, shows(playlist, "")));
    devices.add(new HallDevice("speaker-1", DeviceRole.SPEAKER, null, null));
    for (Part window : windows) {
      String number = window.get("number").text("");
      devices.add(new HallDevice("counter-" + number, DeviceRole.COUNTER_DISPLAY, number, null));
      devices.add(new HallDevice("pad-" + number, DeviceRole.RATING_PAD, number, null));
    }
    return devices;
  }
}
