package dev.interlock.handbook.diagram;

import java.util.Map;

/// A bar of shares, as wide as its place.
public final class Bar {
  private static final double WIDTH = 1000;

  private Bar() {}

  /// The bar as SVG; each share has its class. For those who do not see it, the figures stand
  /// beside it in words.
  public static String svg(Map<String, Long> shares) {
    long whole = shares.values().stream().mapToLong(Long::longValue).sum();
    Svg svg = new Svg();
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "class",
        "bar",
        "viewBox",
        "0 0 1000 8",
        "preserveAspectRatio",
        "none",
        "aria-hidden",
        "true");
    svg.empty("rect", "class", "ground", "width", "1000", "height", "8");
    double from = 0;
    for (Map.Entry<String, Long> share : shares.entrySet()) {
      double width = whole == 0 ? 0 : WIDTH * share.getValue() / whole;
      svg.empty(
          "rect",
          "class",
          share.getKey(),
          "x",
          Svg.number(from),
          "y",
          "0",
          "width",
          Svg.number(width),
          "height",
          "8");
      from += width;
    }
    return svg.close("svg").toString();
  }
}
