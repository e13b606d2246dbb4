package io.tidehall.device.view;

/** The size a screen is designed for, in pixels; whatever is there shows it scaled. */
public record ScreenSize(int width, int height) {
  public static final ScreenSize KIOSK = new ScreenSize(1080, 1920);
  public static final ScreenSize BOARD = new ScreenSize(1920, 1080);
  public static final ScreenSize COUNTER = new ScreenSize(1024, 600);
  public static final ScreenSize PAD = new ScreenSize(800, 1280);

  public boolean portrait() {
    return height >= width;
  }

  /** The same screen mounted the other way. */
  public ScreenSize turned() {
    return new ScreenSize(/* width= */ height, /* height= */ width);
  }
}
