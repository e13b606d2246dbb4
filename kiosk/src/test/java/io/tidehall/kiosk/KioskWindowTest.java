package io.tidehall.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.tidehall.device.Device;
import io.tidehall.device.DeviceOptions;
import io.tidehall.device.FakeHall;
import io.tidehall.device.flow.Ticker;
import io.tidehall.kiosk.reader.EmulatedReader;
import io.tidehall.protocol.DeviceStatus.Paper;
import io.tidehall.protocol.HallAnswer;
import io.tidehall.protocol.Identity;
import io.tidehall.protocol.Text;
import io.tidehall.protocol.Topics;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;

/**
 * A kiosk in its real window, and the hall that it hears. Its time stands still: no page comes to
 * its end, and no second is counted down, between two looks of a test, however slow the machine is.
 */
abstract class KioskWindowTest {
  /** The address of a ticket's page, as long as a hall's. */
  private static final String PAGE =
      "http://192.168.110.210:8480/t/t-20261105-00001.AbCdEfGhIjKlMnOp";

  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

  private final long now = Ticker.steady();
  final FakeHall hall = new FakeHall(SampleHall.NOW);
  private KioskApp.RunningKiosk running = start(new KioskApp());
  Taps taps = new Taps(running.shell());

  @AfterEach
  void close() {
    running.close();
    hall.close();
  }

  KioskApp.RunningKiosk running() {
    return running;
  }

  /** The kiosk is started again, on a screen that lies on its side. */
  void sideways() {
    running.close();
    running = start(new KioskApp().sideways());
    taps = new Taps(running.shell());
  }

  /** The kiosk is started again, with a data folder of its own. */
  void keeping(Path folder, boolean wide, IntConsumer leave) {
    keeping(folder, wide ? new KioskApp().sideways() : new KioskApp(), leave);
  }

  void keeping(Path folder, KioskApp app, IntConsumer leave) {
    running.close();
    var home = new Device.Home("tcp://192.168.1.10:1883", folder, "0.1.0");
    running =
        app.holding(Duration.ofMillis(300))
            .timed(() -> now)
            .start(new Device("k1", hall, new DeviceOptions(), KEY, home, () -> {}, leave));
    taps = new Taps(running.shell());
  }

  /** The hall is open, with paper and so many lines and items. */
  void open(int lines, int items) {
    hall.state(Topics.HALL, SampleHall.open(true));
    hall.state(Topics.CATALOGUE, SampleHall.catalogue(lines, items));
    hall.state(Topics.LINES, SampleHall.lines(lines));
    hall.state(Topics.setup("k1"), SampleHall.kiosk(Paper.OK));
    taps.sees("#screen-lines");
  }

  private KioskApp.RunningKiosk start(KioskApp app) {
    return app.timed(() -> now).start(new Device("k1", hall, new DeviceOptions(), KEY, () -> {}));
  }

  /** The kiosk is started again, with an emulated reader. */
  EmulatedReader reading(KioskApp app) {
    running.close();
    running = start(app.reading("emulated"));
    taps = new Taps(running.shell());
    return (EmulatedReader) Objects.requireNonNull(running.reader());
  }

  /** From the lines to the number, with a picture of each page. */
  void throughAllPages(String name, EmulatedReader reader) {
    hall.state(Topics.HALL, SampleHall.asking(Identity.ID_CARD, Identity.PHONE_LAST_DIGITS));
    taps.settle();
    taps.picture(name + "-lines");
    taps.tap("#seek");
    taps.sees("#screen-search");
    taps.picture(name + "-search");
    for (String letter : "jz".split("")) {
      taps.tap("#key-" + letter);
    }
    taps.picture(name + "-found");
    taps.tap("#found-i1");
    taps.sees("#screen-guide");
    taps.picture(name + "-guide");
    taps.tap("#back");
    taps.sees("#screen-search");
    taps.tap("#back");
    taps.tap("#line-A");
    taps.sees("#screen-items");
    taps.picture(name + "-items");
    taps.tap("#item-i0");
    taps.sees("#screen-identify");
    taps.picture(name + "-identify");
    reader.lay(EmulatedReader.CARDS.getFirst());
    taps.sees("#screen-greens");
    taps.picture(name + "-greens");
    reader.takeAway();
    taps.tap("#green-g0");
    taps.sees("#screen-confirm");
    taps.picture(name + "-confirm");
    taps.tap("#confirm");
    taps.sees("#screen-taking");
    hall.answer(
        new HallAnswer.TicketIssued(
            SampleHall.ticket("A001", true, Text.zh(SampleHall.LONGEST)).with(PAGE)));
    taps.sees("#number");
    taps.picture(name + "-issued");
    assertEquals(PAGE, scanned(Path.of("target", "screens", name + "-issued.png")));
  }

  /** What a phone reads from the screen. */
  private static String scanned(Path picture) {
    try {
      BufferedImage image = ImageIO.read(picture.toFile());
      int width = image.getWidth();
      int height = image.getHeight();
      int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
      var source = new RGBLuminanceSource(width, height, pixels);
      return new QRCodeReader()
          .decode(
              new BinaryBitmap(new GlobalHistogramBinarizer(source)),
              Map.of(DecodeHintType.TRY_HARDER, true))
          .getText();
    } catch (IOException | ReaderException e) {
      throw new AssertionError("expected a QR code in " + picture, e);
    }
  }
}
