package io.tidehall.kiosk.reader.view;

import io.tidehall.device.view.DesktopPanel;
import io.tidehall.kiosk.reader.EmulatedReader;
import io.tidehall.kiosk.reader.IdCard;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** A small window from which fictional cards are laid on the emulated reader, for a desktop. */
public final class CardPanel {
  private CardPanel() {}

  /** Opens the panel where there is a display; from any thread. */
  public static void open(String title, EmulatedReader reader) {
    DesktopPanel.open(title, () -> content(reader));
  }

  private static Parent content(EmulatedReader reader) {
    var panel = new VBox();
    for (IdCard card : EmulatedReader.CARDS) {
      String words = kind(card) + " · " + card.birth().getYear();
      panel.getChildren().add(button(words, () -> reader.lay(card)));
    }
    panel.getChildren().add(button("拿走 · Take away", reader::takeAway));
    return panel;
  }

  private static Button button(String words, Runnable action) {
    var button = new Button(words);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private static String kind(IdCard card) {
    return switch (card.kind()) {
      case RESIDENT -> "居民身份证 · Resident";
      case FOREIGNER -> "永居证 · Foreigner";
      case COMPATRIOT -> "居住证 · HK, Macao, Taiwan";
    };
  }
}
