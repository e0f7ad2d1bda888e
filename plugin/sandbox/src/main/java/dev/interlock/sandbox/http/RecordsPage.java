package dev.interlock.sandbox.http;

import dev.interlock.sandbox.records.ContactRow;
import dev.interlock.sandbox.records.MessageRow;
import dev.interlock.sandbox.records.SandboxRecords;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// One page for people: who is in the sandbox, and what was written and said.
final class RecordsPage {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
      body { max-width: 46rem; margin: 0 auto; padding: 1rem }
      .warning { border: 2px solid; padding: .5rem 1rem; font-weight: 600 }
      details { border-top: 1px solid color-mix(in srgb, currentColor 25%, transparent) }
      summary { padding: .5rem 0; cursor: pointer }
      .out { margin-left: 3rem }
      .quiet { opacity: .7; font-size: .9rem }
      p { overflow-wrap: anywhere }
      """;

  private RecordsPage() {}

  /// @param locations what happened in each, by its name
  static String of(Map<String, SandboxRecords> locations) {
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>SANDBOX, not a real CRM</title>
    <style>%s</style>
    </head>
    <body>
    <h1>Sandbox</h1>
    <p class="warning">SANDBOX, not a real CRM. All people in it are invented.</p>
    <main>
    %s
    </main>
    </body>
    </html>
    """
        .formatted(
            STYLE,
            locations.entrySet().stream()
                .map(location -> location(location.getKey(), location.getValue()))
                .collect(Collectors.joining("\n")));
  }

  private static String location(String name, SandboxRecords records) {
    return """
    <h2>%s</h2>
    <p class="quiet">%s contacts, %s messages, as of %s.</p>
    %s
    """
        .formatted(
            escaped(name),
            records.contacts().size(),
            records.messages().size(),
            escaped(records.takenAt().toString()),
            records.contacts().stream()
                .map(contact -> contact(contact, records))
                .collect(Collectors.joining("\n")));
  }

  private static String contact(ContactRow contact, SandboxRecords records) {
    var cards =
        contact.cards().stream()
            .map(card -> card.pipeline() + ": " + card.stage() + " (" + card.status() + ")")
            .collect(Collectors.joining(", "));
    return """
    <details>
    <summary>%s <span class="quiet">%s</span></summary>
    <p class="quiet">%s</p>
    %s
    </details>
    """
        .formatted(
            escaped(contact.name()),
            escaped(cards),
            escaped(particulars(contact)),
            records.conversation(contact.id()).stream()
                .map(RecordsPage::message)
                .collect(Collectors.joining()));
  }

  private static String particulars(ContactRow contact) {
    var particulars = new ArrayList<String>();
    particulars.add(contact.phone());
    particulars.add(contact.behaviour().toLowerCase(Locale.ROOT).replace('_', ' '));
    if (!contact.tags().isEmpty()) {
      particulars.add("tags: " + String.join(", ", contact.tags()));
    }
    if (!contact.blockedChannels().isEmpty()) {
      particulars.add("do not disturb: " + String.join(", ", contact.blockedChannels()));
    }
    particulars.removeIf(String::isEmpty);
    return String.join(" · ", particulars);
  }

  private static String message(MessageRow message) {
    var words = message.channel().equals("CALL") ? "Call" : message.body();
    return """
    <p class="%s">%s<br><span class="quiet">%s, %s, %s %s</span></p>
    """
        .formatted(
            message.direction().equals("outbound") ? "out" : "in",
            escaped(words),
            escaped(message.channel()),
            escaped(message.status()),
            escaped(message.at().toString()),
            escaped(message.source()));
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
