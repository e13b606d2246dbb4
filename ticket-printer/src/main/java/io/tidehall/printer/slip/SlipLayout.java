package io.tidehall.printer.slip;

import io.tidehall.protocol.Slip;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lays a slip out, section by section as its template says. The same slip on the same paper by the
 * same template always gives the same operations.
 */
public final class SlipLayout {
  private final Slip slip;
  private final Template.Form form;
  private final Sheet sheet;

  private SlipLayout(Slip slip, PaperWidth paper, Template template) {
    this.slip = slip;
    this.form = template.form(slip.purpose(), slip.language());
    this.sheet = new Sheet(paper);
  }

  /** The operations that print a slip by the shipped template, ending with the cut. */
  public static List<PrintOp> lay(Slip slip, PaperWidth paper) {
    return lay(slip, paper, Template.shipped());
  }

  /** The operations that print a slip, ending with the cut. */
  public static List<PrintOp> lay(Slip slip, PaperWidth paper, Template template) {
    var layout = new SlipLayout(slip, paper, template);
    Body body = layout.body(paper, Texts.in(slip.language()));
    String before = "";
    for (String section : layout.form.sections()) {
      layout.draw(section, before, body);
      before = section;
    }
    return layout.sheet.cut();
  }

  /** What the purpose is about; null when the slip lacks it, as a slip's own checks forbid. */
  private @Nullable Body body(PaperWidth paper, Texts texts) {
    return switch (slip.purpose()) {
      case TICKET, REPRINT ->
          slip.ticket() == null ? null : new TicketLayout(slip, slip.ticket(), texts, sheet);
      case LIST -> slip.item() == null ? null : new ListLayout(slip, slip.item(), texts, sheet);
      case NOTICE ->
          slip.notice() == null ? null : new NoticeLayout(slip, slip.notice(), texts, sheet);
      case TEST_PAGE -> new TestPageLayout(slip, paper, texts, sheet);
      case DAY_REPORT ->
          slip.report() == null ? null : new ReportLayout(slip, slip.report(), texts, sheet);
    };
  }

  private void draw(String section, String before, @Nullable Body body) {
    switch (section) {
      case "hall" -> sheet.title(slip.hall().in(slip.language()));
      case "notices" -> foot(slip.notices().stream().map(it -> it.in(slip.language())).toList());
      case "extra" -> foot(form.extra());
      default -> {
        if (body != null) {
          body.draw(section, before);
        }
      }
    }
  }

  private void foot(List<String> lines) {
    if (!lines.isEmpty()) {
      sheet.section().bulleted(lines, false);
    }
  }
}
