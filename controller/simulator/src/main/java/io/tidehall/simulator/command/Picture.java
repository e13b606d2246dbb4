package io.tidehall.simulator.command;

import io.tidehall.simulator.compare.Interval;
import io.tidehall.simulator.compare.Measure;
import io.tidehall.simulator.compare.Outcome;
import io.tidehall.simulator.scenario.Scenario;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Draws a comparison: the waits of every variant, with the certainty of each. */
final class Picture {
  private static final List<Measure> SHOWN =
      List.of(Measure.MEAN, Measure.MEDIAN, Measure.P90, Measure.P99, Measure.WORST_FIELD);

  /** Okabe and Ito: told apart by the colour-blind too. */
  private static final Color[] COLOURS = {
    new Color(0x0072B2),
    new Color(0xE69F00),
    new Color(0x009E73),
    new Color(0xCC79A7),
    new Color(0x56B4E9),
    new Color(0xD55E00),
    new Color(0x999999)
  };

  private Picture() {}

  static void draw(Scenario hall, List<Outcome> outcomes, int days, Path file) throws IOException {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(1100)
            .height(560 + 22 * outcomes.size())
            .title(hall.title() + ", " + days + (days == 1 ? " day" : " days"))
            .xAxisTitle("")
            .yAxisTitle("wait in minutes, mean over days with 95 % interval")
            .build();
    var styler = chart.getStyler();
    styler.setLegendPosition(LegendPosition.OutsideS);
    styler.setLegendLayout(LegendLayout.Vertical);
    styler.setSeriesColors(COLOURS);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setAvailableSpaceFill(0.8);
    styler.setYAxisMin(0.0);
    Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
    styler.setLegendFont(font);
    styler.setAxisTickLabelsFont(font);
    styler.setAxisTitleFont(font);
    styler.setChartTitleFont(font.deriveFont(Font.BOLD, 18));
    List<String> titles = SHOWN.stream().map(Measure::title).collect(Collectors.toList());
    for (Outcome outcome : outcomes) {
      List<Double> means = new ArrayList<>();
      List<Double> halves = new ArrayList<>();
      for (Measure measure : SHOWN) {
        Interval it = outcome.interval(measure);
        means.add(it.mean());
        halves.add(Double.isFinite(it.half()) ? it.half() : 0.0);
      }
      chart.addSeries(outcome.variant().name(), titles, means, halves);
    }
    if (file.toString().endsWith(".svg")) {
      VectorGraphicsEncoder.saveVectorGraphic(
          chart, file.toString(), VectorGraphicsEncoder.VectorGraphicsFormat.SVG);
    } else {
      BitmapEncoder.saveBitmap(chart, file.toString(), BitmapEncoder.BitmapFormat.PNG);
    }
  }
}
