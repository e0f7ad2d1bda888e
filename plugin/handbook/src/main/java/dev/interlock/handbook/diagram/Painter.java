package dev.interlock.handbook.diagram;

import static dev.interlock.handbook.diagram.Svg.number;

import dev.interlock.handbook.diagram.Sheet.Area;
import dev.interlock.handbook.diagram.Sheet.Drawn;
import dev.interlock.handbook.diagram.Sheet.Frame;
import dev.interlock.handbook.diagram.Sheet.Placed;
import java.util.List;
import java.util.Map;

/// Draws sheets as SVG. Colours and letters are the stylesheet's matter.
final class Painter {
  private final String name;
  private final Map<String, Long> counts;

  /// Draws with a figure on each box that has one.
  ///
  /// @param name what the ids inside the drawing begin with; one per page
  Painter(String name, Map<String, Long> counts) {
    this.name = name;
    this.counts = counts;
  }

  /// A drawing with its title and a description for those who do not see it.
  String drawing(String title, String description, List<Sheet> sheets) {
    double width = sheets.stream().mapToDouble(Sheet::width).max().orElse(0);
    double height = sheets.stream().mapToDouble(Sheet::height).sum();
    Svg svg = new Svg();
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "class",
        "diagram",
        "viewBox",
        "0 0 " + number(width) + " " + number(height),
        "width",
        number(width),
        "height",
        number(height),
        "role",
        "group",
        "aria-labelledby",
        name + "-title " + name + "-about");
    svg.text("title", title, "id", name + "-title");
    svg.text("desc", description, "id", name + "-about");
    double down = 0;
    for (Sheet sheet : sheets) {
      svg.open("g", "transform", "translate(0 " + number(down) + ")").add(sheet(sheet)).close("g");
      down += sheet.height();
    }
    return svg.close("svg").toString();
  }

  private Svg sheet(Sheet sheet) {
    Svg svg = new Svg();
    sheet.frames().forEach(frame -> frame(svg, frame));
    sheet.lines().forEach(line -> line(svg, line));
    sheet.boxes().forEach(box -> box(svg, box));
    sheet.lines().forEach(line -> label(svg, line));
    return svg;
  }

  private static void frame(Svg svg, Frame frame) {
    Area area = frame.area();
    svg.open("g", "class", "frame");
    rectangle(svg, "edge", area, 14);
    String x = number(area.x() + 20);
    svg.text("text", frame.group().caption(), "class", "caption", "x", x, "y", at(area.y(), 22));
    svg.text("text", frame.group().title(), "class", "title", "x", x, "y", at(area.y(), 39));
    svg.close("g");
  }

  private void box(Svg svg, Placed placed) {
    boolean linked = !placed.box().link().isEmpty();
    if (linked) {
      svg.open("a", "href", placed.box().link());
    }
    svg.open("g", "class", "box " + placed.box().look().css());
    if (placed.box().look().isEnd()) {
      end(svg, placed);
    } else {
      full(svg, placed);
    }
    count(svg, placed);
    svg.close("g");
    if (linked) {
      svg.close("a");
    }
  }

  private static void end(Svg svg, Placed placed) {
    Area area = placed.area();
    rectangle(svg, "shape", area, Math.min(area.height() / 2, 17));
    double y = area.y() + 7 + BoxText.TITLE_LINE - 5;
    for (String line : placed.text().title()) {
      svg.text(
          "text",
          line,
          "class",
          "title",
          "text-anchor",
          "middle",
          "x",
          number(area.x() + area.width() / 2),
          "y",
          number(y));
      y += BoxText.TITLE_LINE;
    }
  }

  private static void full(Svg svg, Placed placed) {
    Area area = placed.area();
    rectangle(svg, "shape", area, placed.box().look() == Look.START ? 22 : 8);
    String x = number(area.x() + BoxText.PAD);
    double y = area.y() + BoxText.PAD + 9;
    svg.text("text", placed.box().caption(), "class", "caption", "x", x, "y", number(y));
    y += BoxText.CAPTION_LINE + 2;
    for (String line : placed.text().title()) {
      svg.text("text", line, "class", "title", "x", x, "y", number(y));
      y += BoxText.TITLE_LINE;
    }
    for (String line : placed.text().note()) {
      svg.text("text", line, "class", "note", "x", x, "y", number(y));
      y += BoxText.NOTE_LINE;
    }
  }

  private void count(Svg svg, Placed placed) {
    Long count = counts.get(placed.box().id());
    if (count == null || count == 0) {
      return;
    }
    String figure = Long.toString(count);
    double width = 16 + 8.0 * figure.length();
    Area area = placed.area();
    Area badge = new Area(area.x() + area.width() - width + 8, area.y() - 10, width, 22);
    svg.open("g", "class", "count");
    svg.text("title", count + " here");
    rectangle(svg, "badge", badge, 11);
    svg.text(
        "text",
        figure,
        "text-anchor",
        "middle",
        "x",
        number(badge.x() + width / 2),
        "y",
        at(badge.y(), 15.5));
    svg.close("g");
  }

  private static void line(Svg svg, Drawn drawn) {
    if (drawn.corners().size() < 2) {
      return;
    }
    svg.open("g", "class", "line " + drawn.line().way().css());
    svg.empty("path", "class", "stroke", "d", Strokes.line(drawn.corners()));
    svg.empty("path", "class", "head", "d", Strokes.head(drawn.corners()));
    svg.close("g");
  }

  private static void label(Svg svg, Drawn drawn) {
    if (drawn.label().isEmpty()) {
      return;
    }
    Area area = drawn.labelArea();
    svg.open("g", "class", "label " + drawn.line().way().css());
    rectangle(svg, "ground", area, 4);
    double y = area.y() + 2 + BoxText.LABEL_LINE - 4;
    for (String line : drawn.label()) {
      svg.text(
          "text",
          line,
          "text-anchor",
          "middle",
          "x",
          number(area.x() + area.width() / 2),
          "y",
          number(y));
      y += BoxText.LABEL_LINE;
    }
    svg.close("g");
  }

  private static void rectangle(Svg svg, String css, Area area, double radius) {
    svg.empty(
        "rect",
        "class",
        css,
        "x",
        number(area.x()),
        "y",
        number(area.y()),
        "width",
        number(area.width()),
        "height",
        number(area.height()),
        "rx",
        number(radius));
  }

  private static String at(double y, double down) {
    return number(y + down);
  }
}
