package io.tidehall.kiosk.view;

/** Signs drawn as strokes in a square of 96. */
public enum Sign {
  CLOCK("M48 22 V50 L66 62 M48 6 A42 42 0 1 0 48.1 6"),
  PAPER("M26 10 H70 V86 L59 78 L48 86 L37 78 L26 86 Z M38 28 H58 M38 44 H58"),
  PRINTER("M26 34 V10 H70 V34 M26 70 H10 V34 H86 V70 H70 M26 56 H70 V86 H26 Z"),
  PLUG("M34 8 V30 M62 8 V30 M22 30 H74 V46 A26 26 0 0 1 22 46 Z M48 72 V90"),
  WAIT("M26 8 H70 M26 88 H70 M32 8 C32 40 64 56 64 88 M64 8 C64 40 32 56 32 88"),
  NOTICE("M48 14 V58 M48 76 V82"),
  CHECK("M16 50 L40 74 L82 24"),
  TICKET("M8 24 H88 V40 A8 8 0 0 0 88 56 V72 H8 V56 A8 8 0 0 0 8 40 Z M60 26 V70"),
  CARD("M8 20 H88 V76 H8 Z M20 36 H40 V60 H20 Z M52 38 H78 M52 50 H78 M52 62 H70"),
  FACE_5("M48 6 A42 42 0 1 0 48.1 6 M34 36 V40 M62 36 V40 M26 54 C32 80 64 80 70 54 Z"),
  FACE_4("M48 6 A42 42 0 1 0 48.1 6 M34 36 V40 M62 36 V40 M28 58 C36 72 60 72 68 58"),
  FACE_3("M48 6 A42 42 0 1 0 48.1 6 M34 36 V40 M62 36 V40 M30 64 C42 68 54 68 66 64"),
  FACE_2("M48 6 A42 42 0 1 0 48.1 6 M34 36 V40 M62 36 V40 M30 70 C38 60 58 60 66 70"),
  FACE_1("M48 6 A42 42 0 1 0 48.1 6 M28 30 L40 38 M68 30 L56 38 M28 74 C36 54 60 54 68 74");

  private final String path;

  Sign(String path) {
    this.path = path;
  }

  String path() {
    return path;
  }

  /** The face of a rating's level. */
  public static Sign face(int level) {
    return valueOf("FACE_" + level);
  }
}
