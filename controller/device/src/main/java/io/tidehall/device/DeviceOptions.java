package io.tidehall.device;

import io.tidehall.protocol.Language;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that every device app takes; set by the command line or, in tests, by hand. */
public final class DeviceOptions {
  /** Where buttons, sensors and lamps come from. */
  public enum Hardware {
    /** None: touch only. */
    NONE,
    /** A panel on the screen. */
    EMULATED,
    /** GPIO pins of a Raspberry Pi. */
    PI4J
  }

  @Option(
      names = "--credentials",
      paramLabel = "FILE",
      description = "The credentials file that the controller wrote for this device.")
  @Nullable Path credentials;

  @Option(
      names = "--pair",
      paramLabel = "URL",
      description =
          "Where the controller's pages are, such as http://192.168.1.10:8480. Without a credential"
              + " the device shows a code there and is paired; the file of --credentials keeps what"
              + " it is given.")
  @Nullable URI pair;

  @Option(
      names = "--language",
      paramLabel = "zh-CN|en",
      converter = LanguageConverter.class,
      description = "The language at the start (default: zh-CN).")
  Language language = Language.ZH;

  @Option(
      names = "--snapshots",
      paramLabel = "DIR",
      description = "Keep a fresh picture of the screen in this folder, as <device>.png.")
  @Nullable Path snapshots;

  @Option(
      names = "--spool",
      paramLabel = "DIR",
      description = "Keep what the hall has not yet answered here (default: beside credentials).")
  @Nullable Path spool;

  @Option(names = "--fullscreen", description = "Fill the screen, without a way out for visitors.")
  boolean fullscreen;

  @Option(names = "--emulate", description = "Show a panel of the device's hardware to click on.")
  boolean emulate;

  @Option(
      names = "--hardware",
      paramLabel = "none|emulated|pi4j",
      converter = HardwareConverter.class,
      description = "Where buttons, sensors and lamps are (default: none).")
  Hardware hardware = Hardware.NONE;

  @Option(
      names = "--pin",
      paramLabel = "NAME=BCM",
      description =
          "With pi4j: the GPIO pin of a button, sensor or lamp by BCM number; once for each.")
  Map<String, Integer> pins = Map.of();

  @Option(
      names = "--invert",
      paramLabel = "SENSOR",
      description = "With pi4j: this sensor says yes by its other level; once for each.")
  Set<String> inverted = Set.of();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this and leave.")
  boolean help;

  public Optional<Path> credentials() {
    return Optional.ofNullable(credentials);
  }

  /** Where the device is paired, if it may be. */
  public Optional<URI> pair() {
    return Optional.ofNullable(pair);
  }

  public Language language() {
    return language;
  }

  public Optional<Path> snapshots() {
    return Optional.ofNullable(snapshots);
  }

  public Optional<Path> spool() {
    return Optional.ofNullable(spool);
  }

  public boolean fullscreen() {
    return fullscreen;
  }

  /** Defaults on the whole screen. */
  public DeviceOptions withFullscreen() {
    fullscreen = true;
    return this;
  }

  /** Whether a panel of the hardware is to be shown. */
  public boolean emulate() {
    return emulate;
  }

  /** Where the buttons are; {@code --emulate} alone means emulated ones. */
  public Hardware hardware() {
    return emulate && hardware == Hardware.NONE ? Hardware.EMULATED : hardware;
  }

  public Map<String, Integer> pins() {
    return pins;
  }

  /** The sensors that are wired the other way round. */
  public Set<String> inverted() {
    return inverted;
  }

  /** Defaults with another language. */
  public DeviceOptions withLanguage(Language other) {
    language = other;
    return this;
  }

  /** Defaults with emulated hardware. */
  public DeviceOptions withEmulation() {
    emulate = true;
    return this;
  }

  /** Defaults with a folder for pictures. */
  public DeviceOptions withSnapshots(Path folder) {
    snapshots = folder;
    return this;
  }

  /** A language by its tag, for options of an app's own too. */
  public static final class LanguageConverter implements ITypeConverter<Language> {
    @Override
    public Language convert(String value) {
      return Arrays.stream(Language.values())
          .filter(it -> it.tag().equalsIgnoreCase(value))
          .findAny()
          .orElseThrow(
              () -> new TypeConversionException("expected zh-CN or en, but '" + value + "' came"));
    }
  }

  static final class HardwareConverter implements ITypeConverter<Hardware> {
    @Override
    public Hardware convert(String value) {
      return Arrays.stream(Hardware.values())
          .filter(it -> it.name().equalsIgnoreCase(value))
          .findAny()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "expected one of "
                          + Arrays.stream(Hardware.values())
                              .map(it -> it.name().toLowerCase(java.util.Locale.ROOT))
                              .collect(Collectors.joining(", "))
                          + ", but '"
                          + value
                          + "' came"));
    }
  }
}
