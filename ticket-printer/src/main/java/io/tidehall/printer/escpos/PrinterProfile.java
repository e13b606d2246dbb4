package io.tidehall.printer.escpos;

import io.tidehall.printer.slip.PaperWidth;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * What a model of printer can do. A hall picks one of the ready profiles or writes its own file.
 *
 * @param paper the roll it takes
 * @param encoding how it takes Chinese
 * @param nativeQr whether it knows {@code GS ( k}; otherwise QR codes go as pictures
 * @param cutter whether it cuts; otherwise the slip is fed to the tear bar
 * @param status whether it may be asked how it is; some models print the question
 * @param unasked whether {@code GS a} may be sent to it, which has it tell what changes; models
 *     that do not know it may print it
 */
public record PrinterProfile(
    String name,
    PaperWidth paper,
    TextEncoding encoding,
    boolean nativeQr,
    boolean cutter,
    boolean status,
    boolean unasked) {
  private static final Map<String, PrinterProfile> READY = new LinkedHashMap<>();
  private static final Map<String, Boolean> YES_NO = Map.of("yes", true, "no", false);
  private static final Set<String> KEYS =
      Set.of("base", "paper", "encoding", "qr", "cutter", "status", "asb");

  static {
    ready("80mm", PaperWidth.MM80, TextEncoding.GB18030, true, true, true);
    ready("58mm", PaperWidth.MM58, TextEncoding.GB18030, true, false, true);
    ready("80mm-gbk", PaperWidth.MM80, TextEncoding.GBK, true, true, true);
    ready("58mm-gbk", PaperWidth.MM58, TextEncoding.GBK, false, false, true);
    ready("80mm-gb2312", PaperWidth.MM80, TextEncoding.GB2312, false, true, true);
    ready("58mm-gb2312", PaperWidth.MM58, TextEncoding.GB2312, false, false, false);
    ready("80mm-utf8", PaperWidth.MM80, TextEncoding.UTF_8, true, true, true);
    ready("58mm-utf8", PaperWidth.MM58, TextEncoding.UTF_8, true, false, true);
  }

  private static void ready(
      String name, PaperWidth paper, TextEncoding encoding, boolean qr, boolean cut, boolean ask) {
    READY.put(name, new PrinterProfile(name, paper, encoding, qr, cut, ask, ask));
  }

  /** The names of the ready profiles. */
  public static List<String> names() {
    return List.copyOf(READY.keySet());
  }

  /** A ready profile by its name. */
  public static PrinterProfile named(String name) {
    PrinterProfile profile = READY.get(name);
    if (profile == null) {
      throw new IllegalArgumentException(
          "expected a printer profile, one of %s or the path of a .properties file, but got '%s'"
              .formatted(String.join(", ", READY.keySet()), name));
    }
    return profile;
  }

  /** A ready profile by its name, or one read from the file of that name. */
  public static PrinterProfile find(String nameOrFile) throws IOException {
    return nameOrFile.endsWith(".properties") ? read(Path.of(nameOrFile)) : named(nameOrFile);
  }

  /**
   * Reads a profile: {@code base} names a ready one, {@code paper} (58, 80), {@code encoding}
   * (GB18030, GBK, GB2312, UTF-8), {@code qr} (native, raster), {@code cutter}, {@code status} and
   * {@code asb} (yes, no) differ from it; {@code asb} only counts with {@code status}.
   */
  public static PrinterProfile read(Path file) throws IOException {
    var given = new Properties();
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      given.load(in);
    }
    for (String key : given.stringPropertyNames()) {
      if (!KEYS.contains(key)) {
        throw new IllegalArgumentException(
            "%s: expected the keys base, paper, encoding, qr, cutter, status, asb, but found '%s'"
                .formatted(file, key));
      }
    }
    PrinterProfile base = named(given.getProperty("base", "80mm"));
    boolean status = one(file, given, "status", YES_NO, base.status);
    return new PrinterProfile(
        String.valueOf(file.getFileName()).replace(".properties", ""),
        one(file, given, "paper", Map.of("58", PaperWidth.MM58, "80", PaperWidth.MM80), base.paper),
        one(file, given, "encoding", encodings(), base.encoding),
        one(file, given, "qr", Map.of("native", true, "raster", false), base.nativeQr),
        one(file, given, "cutter", YES_NO, base.cutter),
        status,
        one(file, given, "asb", YES_NO, base.unasked) && status);
  }

  private static Map<String, TextEncoding> encodings() {
    return Map.of(
        "gb18030", TextEncoding.GB18030,
        "gbk", TextEncoding.GBK,
        "gb2312", TextEncoding.GB2312,
        "utf-8", TextEncoding.UTF_8);
  }

  private static <T> T one(
      Path file, Properties given, String key, Map<String, T> choices, T otherwise) {
    String word = given.getProperty(key);
    if (word == null) {
      return otherwise;
    }
    T choice = choices.get(word.strip().toLowerCase(Locale.ROOT));
    if (choice == null) {
      throw new IllegalArgumentException(
          "%s: expected %s to be one of %s, but it is '%s'"
              .formatted(file, key, choices.keySet().stream().sorted().toList(), word));
    }
    return choice;
  }
}
