package dev.interlock.handbook;

import dev.interlock.handbook.page.Frame;
import java.util.ArrayList;
import java.util.List;

/// Frames pages: whose they are, and where they lead.
record Frames(String business, Site site) {
  static final String INDEX = "index.html";
  static final String MAP = "map.html";
  static final String ENDINGS = "endings.html";
  static final String RULES = "rules.html";
  static final String CHECKS = "checks.html";

  /// A frame for the page at an address, which is marked in the navigation.
  Frame frame(String title, String address) {
    List<Frame.Entry> entries = new ArrayList<>();
    site.desk()
        .ifPresent(desk -> {
          entries.add(entry("Live", desk.operation(), address));
          entries.add(entry("People", desk.people(), address));
          entries.add(entry("Webhooks", desk.hearing(), address));
        });
    entries.add(entry("Workflows", site.handbook() + INDEX, address));
    entries.add(entry("Map", site.handbook() + MAP, address));
    entries.add(entry("Endings", site.handbook() + ENDINGS, address));
    entries.add(entry("Rules", site.handbook() + RULES, address));
    entries.add(entry("Checks", site.handbook() + CHECKS, address));
    String home = site.desk().map(Site.Desk::operation).orElse(site.handbook() + INDEX);
    return new Frame(title, business, site.assets(), home, entries);
  }

  private static Frame.Entry entry(String text, String href, String address) {
    return new Frame.Entry(text, href, href.equals(address));
  }
}
