package io.tidehall.printer.emulator;

import io.tidehall.printer.escpos.TextEncoding;
import io.tidehall.printer.slip.Dots;
import io.tidehall.printer.slip.PrintOp.Align;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads ESC/POS strictly: an unknown command, a parameter out of range or bytes that are no
 * character are told to {@code errors} with their place, and reading goes on behind them.
 */
final class CommandReader {
  private static final int MAX_QR = 7089;

  private final InputStream in;
  private final TextEncoding encoding;
  private final int paperDots;
  private final Consumer<String> errors;
  private long position;
  private Charset charset;
  private boolean chinese;
  private int qrModule = 3;
  private @Nullable String qrContent;

  CommandReader(InputStream in, TextEncoding encoding, int paperDots, Consumer<String> errors) {
    this.in = in;
    this.encoding = encoding;
    this.paperDots = paperDots;
    this.errors = errors;
    this.charset = encoding.charset();
    this.chinese = encoding != TextEncoding.UTF_8;
  }

  /** The next command understood, or null at the end of the stream. */
  @Nullable Command next() throws IOException {
    while (true) {
      int b = in.read();
      if (b < 0) {
        return null;
      }
      position++;
      try {
        Command command = read(b);
        if (command != null) {
          return command;
        }
      } catch (EOFException _) {
        error("the stream ends inside a command");
        return null;
      }
    }
  }

  private @Nullable Command read(int b) throws IOException {
    return switch (b) {
      case 0x0a -> new Command.LineFeed();
      case 0x10 -> dle();
      case 0x1b -> esc();
      case 0x1c -> fs();
      case 0x1d -> gs();
      default -> {
        if (b >= 0x20 && b < 0x7f) {
          yield new Command.Glyph(b);
        }
        yield b >= 0x80 ? wideCharacter(b) : unknown("control byte", b);
      }
    };
  }

  private @Nullable Command dle() throws IOException {
    int b = one();
    if (b != 0x04) {
      return unknown("DLE", b);
    }
    int n = one();
    return within("DLE EOT", n, 1, 4) ? new Command.StatusRequest(n) : null;
  }

  private @Nullable Command esc() throws IOException {
    int b = one();
    return switch (b) {
      case '@' -> {
        charset = encoding.charset();
        chinese = encoding != TextEncoding.UTF_8;
        qrContent = null;
        yield new Command.Reset();
      }
      case '!' -> {
        int n = one();
        yield new Command.AsciiLook(
            (n & 0x20) == 0 ? 1 : 2, (n & 0x10) == 0 ? 1 : 2, (n & 0x08) != 0);
      }
      case 'E' -> new Command.Bold((one() & 1) != 0);
      case 'a' -> alignment(one());
      case 'J' -> new Command.Feed(one());
      case 'd' -> new Command.FeedLines(one());
      case '2' -> new Command.LineSpacing(30);
      case '3' -> new Command.LineSpacing(one());
      default -> unknown("ESC", b);
    };
  }

  private @Nullable Command alignment(int n) {
    return switch (n) {
      case 0 -> new Command.Alignment(Align.LEFT);
      case 1 -> new Command.Alignment(Align.CENTRE);
      case 2 -> new Command.Alignment(Align.RIGHT);
      default -> unknown("ESC a", n);
    };
  }

  private @Nullable Command endMark(int n) {
    return n == 1 ? new Command.EndMarkRequest() : unknown("GS r", n);
  }

  /** Drawer, offline, error, paper and buttons; the other bits mean nothing. */
  private @Nullable Command unaskedStatus(int n) {
    return (n & 0xb0) == 0 ? new Command.UnaskedStatus(n) : unknown("GS a", n);
  }

  private @Nullable Command fs() throws IOException {
    int b = one();
    return switch (b) {
      case '&', '.' -> {
        chinese = b == '&';
        yield null;
      }
      case '!' -> {
        int n = one();
        yield new Command.ChineseLook((n & 0x04) == 0 ? 1 : 2, (n & 0x08) == 0 ? 1 : 2);
      }
      case '(' -> {
        encodingSystem();
        yield null;
      }
      default -> unknown("FS", b);
    };
  }

  private void encodingSystem() throws IOException {
    int kind = one();
    byte[] body = many(one() | one() << 8);
    boolean known =
        kind == 'C' && body.length == 2 && body[0] == 0x30 && (body[1] == 2 || body[1] == 0x32);
    if (!known || encoding != TextEncoding.UTF_8) {
      error("FS ( %02X %s is unknown here".formatted(kind, HexFormat.of().formatHex(body)));
      return;
    }
    charset = StandardCharsets.UTF_8;
    chinese = true;
  }

  private @Nullable Command gs() throws IOException {
    int b = one();
    return switch (b) {
      case '!' -> {
        int n = one();
        yield (n & 0x88) == 0
            ? new Command.Size((n >> 4) + 1, (n & 7) + 1)
            : unknown("size of GS !", n);
      }
      case 'v' -> picture();
      case '(' -> symbol();
      case 'V' -> cut();
      case 'r' -> endMark(one());
      case 'a' -> unaskedStatus(one());
      default -> unknown("GS", b);
    };
  }

  private @Nullable Command cut() throws IOException {
    int m = one();
    return switch (m) {
      case 0, 1, 48, 49 -> new Command.Cut(0);
      case 65, 66 -> new Command.Cut(one());
      default -> unknown("GS V", m);
    };
  }

  private @Nullable Command picture() throws IOException {
    int kind = one();
    int mode = one();
    int rowBytes = one() | one() << 8;
    int rows = one() | one() << 8;
    if (kind != '0' || mode != 0) {
      return unknown("picture GS v %02X".formatted(kind), mode);
    }
    byte[] bits = many(rowBytes * rows);
    if (rowBytes == 0 || rows == 0 || rowBytes * 8 > paperDots) {
      error("GS v 0 of %d×%d dots on %d dots".formatted(rowBytes * 8, rows, paperDots));
      return null;
    }
    var dots = new Dots(rowBytes * 8, rows);
    for (int i = 0; i < bits.length * 8; i++) {
      if ((bits[i / 8] & (0x80 >> (i % 8))) != 0) {
        dots.ink(i % dots.width(), i / dots.width());
      }
    }
    return new Command.Picture(dots);
  }

  private @Nullable Command symbol() throws IOException {
    int kind = one();
    byte[] body = many(one() | one() << 8);
    if (kind != 'k' || body.length < 3 || body[0] != 0x31) {
      error("GS ( %02X %s is unknown".formatted(kind, hex(body)));
      return null;
    }
    switch (body[1]) {
      case 0x41, 0x45 -> {
        if (body[2] < 0x30 || body[2] > 0x33) {
          error("GS ( k %s is out of range".formatted(hex(body)));
        }
      }
      case 0x43 -> {
        if (within("GS ( k module size", body[2], 1, 16)) {
          qrModule = body[2];
        }
      }
      case 0x50 -> {
        if (body.length > MAX_QR) {
          error("GS ( k with %d bytes".formatted(body.length));
        } else {
          qrContent = new String(body, 3, body.length - 3, StandardCharsets.UTF_8);
        }
      }
      case 0x51 -> {
        return printSymbol();
      }
      default -> error("GS ( k function %02X is unknown".formatted(body[1]));
    }
    return null;
  }

  private @Nullable Command printSymbol() {
    String content = qrContent;
    if (content == null) {
      error("GS ( k prints a code, but none was stored");
      return null;
    }
    return new Command.QrCode(content, qrModule);
  }

  private @Nullable Command wideCharacter(int first) throws IOException {
    if (!chinese) {
      return unknown("byte outside Chinese mode", first);
    }
    byte[] bytes = {(byte) first};
    while (bytes.length < wanted(bytes)) {
      byte[] longer = java.util.Arrays.copyOf(bytes, bytes.length + 1);
      longer[bytes.length] = (byte) one();
      bytes = longer;
    }
    try {
      var text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      if (encoding.has(text)) {
        return new Command.Glyph(text.codePointAt(0));
      }
      error("the printer's font has no %s (%s)".formatted(text, hex(bytes)));
    } catch (CharacterCodingException _) {
      error("%s is no character of %s".formatted(hex(bytes), charset));
    }
    return null;
  }

  private int wanted(byte[] begun) {
    int first = begun[0] & 0xff;
    if (charset.equals(StandardCharsets.UTF_8)) {
      return first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    }
    boolean fourBytes =
        begun.length >= 2
            && encoding == TextEncoding.GB18030
            && begun[1] >= 0x30
            && begun[1] <= 0x39;
    return fourBytes ? 4 : 2;
  }

  private boolean within(String what, int value, int low, int high) {
    if (value >= low && value <= high) {
      return true;
    }
    error("%s takes %d to %d, but got %d".formatted(what, low, high, value));
    return false;
  }

  private @Nullable Command unknown(String what, int b) {
    error("%s %02X is unknown".formatted(what, b));
    return null;
  }

  private void error(String what) {
    errors.accept("byte %d: %s".formatted(position, what));
  }

  private int one() throws IOException {
    int b = in.read();
    if (b < 0) {
      throw new EOFException();
    }
    position++;
    return b;
  }

  private byte[] many(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    position += bytes.length;
    if (bytes.length < count) {
      throw new EOFException();
    }
    return bytes;
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().withUpperCase().formatHex(bytes, 0, Math.min(16, bytes.length));
  }
}
