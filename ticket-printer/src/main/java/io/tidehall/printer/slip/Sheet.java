package io.tidehall.printer.slip;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import io.tidehall.printer.slip.PrintOp.Align;
import io.tidehall.printer.slip.PrintOp.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A sheet being laid out from top to bottom: the few shapes that all slips are made of. */
final class Sheet {
  /** A label and its value, the values of all rows under each other. */
  record Row(String label, String value) {}

  /** About 29 mm: read at arm's length by any phone. */
  private static final int QR_DOTS = 240;

  private final List<PrintOp> ops = new ArrayList<>();
  private final PaperWidth paper;

  Sheet(PaperWidth paper) {
    this.paper = paper;
  }

  Sheet gap(int dots) {
    ops.add(new PrintOp.Feed(dots));
    return this;
  }

  Sheet rule() {
    return picture(Dots.rule(paper.dots(), 2, 4, 4));
  }

  /** A rule between two parts; a line of text already leaves some white below itself. */
  Sheet section() {
    return ops.isEmpty() ? this : gap(8).rule().gap(18);
  }

  Sheet picture(Dots dots) {
    ops.add(new PrintOp.Picture(dots, Align.LEFT));
    return this;
  }

  /** Bold and as large as fits on one line; wrapped when even narrow letters do not fit. */
  Sheet title(String text) {
    int wide = Cells.of(text) * 2 <= paper.cells() ? 2 : 1;
    for (String line : Cells.wrap(text, paper.cells())) {
      styled(line, wide, 2, true, Align.CENTRE);
    }
    return gap(6);
  }

  /** As large as the paper allows, in steps of the printer's own letters. */
  Sheet huge(String number) {
    int most = paper == PaperWidth.MM58 ? 6 : 8;
    int size = Math.clamp((paper.cells() - 2) / Math.max(1, number.length()), 1, most);
    for (String line : Cells.wrap(number, paper.cells() / size)) {
      styled(line, size, size, true, Align.CENTRE);
    }
    return this;
  }

  Sheet centred(String text, boolean bold) {
    for (String line : Cells.wrap(text, paper.cells())) {
      styled(line, 1, 1, bold, Align.CENTRE);
    }
    return this;
  }

  Sheet left(String text) {
    for (String line : Cells.wrap(text, paper.cells())) {
      styled(line, 1, 1, false, Align.LEFT);
    }
    return this;
  }

  /** Text after a mark; its further lines begin where the first one does. */
  Sheet hanging(String mark, String text, boolean bold) {
    int indent = Cells.of(mark);
    String before = mark;
    for (String line : Cells.wrap(text, paper.cells() - indent)) {
      styled(before + line, 1, 1, bold, Align.LEFT);
      before = " ".repeat(indent);
    }
    return this;
  }

  /** Lines, each with a mark when there are several. */
  Sheet bulleted(List<String> lines, boolean bold) {
    for (String line : lines) {
      hanging(lines.size() == 1 ? "" : "·", line, bold);
    }
    return this;
  }

  Sheet styled(String text, int wide, int high, boolean bold, Align align) {
    ops.add(new PrintOp.Line(List.of(new Run(text, wide, high, bold)), align));
    return this;
  }

  /** Rows with large values first, then rows of normal size, all values in one column. */
  Sheet rows(List<Row> strong, List<Row> plain) {
    int labels =
        Stream.concat(strong.stream(), plain.stream())
                .mapToInt(row -> Cells.of(row.label()))
                .max()
                .orElse(0)
            + 2;
    int room = paper.cells() - labels;
    boolean wide = strong.stream().allMatch(row -> Cells.of(row.value()) * 2 <= room);
    for (Row row : strong) {
      row(row, labels, wide ? 2 : 1, 2);
      gap(10);
    }
    for (Row row : plain) {
      row(row, labels, 1, 1);
    }
    return this;
  }

  private void row(Row row, int labels, int wide, int high) {
    String label = row.label() + " ".repeat(labels - Cells.of(row.label()));
    for (String line : Cells.wrap(row.value(), (paper.cells() - labels) / wide)) {
      ops.add(
          new PrintOp.Line(
              List.of(new Run(label, 1, 1, false), new Run(line, wide, high, true)), Align.LEFT));
      label = " ".repeat(labels);
    }
  }

  Sheet qr(String content) {
    ops.add(new PrintOp.Qr(content, Math.clamp(QR_DOTS / modules(content), 3, 8)));
    return this;
  }

  List<PrintOp> cut() {
    ops.add(new PrintOp.Cut());
    return List.copyOf(ops);
  }

  private static int modules(String content) {
    try {
      return Encoder.encode(content, ErrorCorrectionLevel.M).getMatrix().getWidth();
    } catch (WriterException e) {
      throw new IllegalArgumentException("expected text that fits a QR code: " + e.getMessage(), e);
    }
  }
}
