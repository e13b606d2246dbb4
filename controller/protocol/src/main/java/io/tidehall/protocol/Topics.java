package io.tidehall.protocol;

import java.util.Optional;

/**
 * The only place where topics are spelled. Acts ({@code request}, {@code answer}, {@code job}) are
 * never retained; states ({@code state/…}, {@code presence}, {@code status}, {@code setup}) always
 * are. Everything is QoS 1.
 */
public final class Topics {
  /** The version is part of the path; an incompatible change makes a new one. */
  public static final String ROOT = "hall/v1";

  public static final String CLOCK = ROOT + "/state/clock";
  public static final String HALL = ROOT + "/state/hall";
  public static final String CATALOGUE = ROOT + "/state/catalogue";
  public static final String LINES = ROOT + "/state/lines";
  public static final String BOARD = ROOT + "/state/board";
  public static final String ANNOUNCEMENTS = ROOT + "/state/announcements";

  /** The filters the controller listens to. */
  public static final String ALL_REQUESTS = ROOT + "/device/+/request";

  public static final String ALL_PRESENCE = ROOT + "/device/+/presence";
  public static final String ALL_STATUS = ROOT + "/device/+/status";

  private Topics() {}

  public static String window(String window) {
    return ROOT + "/state/window/" + Check.id("window", window);
  }

  /** Device to hall: a {@link DeviceRequest}. */
  public static String request(String device) {
    return device(device, "request");
  }

  /** Hall to device: a {@link HallAnswer}. */
  public static String answer(String device) {
    return device(device, "answer");
  }

  /** Hall to printer: a {@link PrintJob}. */
  public static String job(String device) {
    return device(device, "job");
  }

  /** Device to hall, retained, also the last will: a {@link Presence}. */
  public static String presence(String device) {
    return device(device, "presence");
  }

  /** Device to hall, retained: a {@link DeviceStatus}. */
  public static String status(String device) {
    return device(device, "status");
  }

  /** Hall to device, retained: a {@link DeviceSetup}. */
  public static String setup(String device) {
    return device(device, "setup");
  }

  /** The device a {@code hall/v1/device/…} topic belongs to. */
  public static Optional<String> deviceOf(String topic) {
    String prefix = ROOT + "/device/";
    if (!topic.startsWith(prefix)) {
      return Optional.empty();
    }
    int end = topic.indexOf('/', prefix.length());
    return end < 0 ? Optional.empty() : Optional.of(topic.substring(prefix.length(), end));
  }

  private static String device(String device, String leaf) {
    return ROOT + "/device/" + Check.id("device", device) + "/" + leaf;
  }
}
