package dev.interlock.verifier.scenario;

import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.Deal;
import dev.interlock.contract.contact.Known;
import dev.interlock.contract.contact.StandardFields;
import dev.interlock.core.run.Standing.Proof;
import dev.interlock.simulation.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// How the contact stands when a run is over, in words.
final class Leftover {
  private Leftover() {}

  static String words(Fact.Left left) {
    List<String> parts = new ArrayList<>();
    parts.add("%s ends by *%s*%s".formatted(left.who(), left.exit(), proved(left.proof())));
    if (!left.contact().exists()) {
      parts.add("the contact is gone");
    } else {
      parts.addAll(standing(left.contact()));
      parts.add(
          left.openTasks().isEmpty()
              ? "no open task"
              : "open: "
                  + left.openTasks().stream().collect(Collectors.joining("\", \"", "\"", "\"")));
    }
    return String.join("; ", parts);
  }

  private static String proved(Proof proof) {
    return switch (proof) {
      case Proof.Verified _, Proof.ContactGone _ -> "";
      case Proof.Unverified _ -> ", which the CRM does not show";
    };
  }

  private static List<String> standing(ContactSnapshot contact) {
    List<String> parts = new ArrayList<>();
    if (contact.deals() instanceof Known.Said<List<Deal>>(var deals)) {
      deals.forEach(deal ->
          parts.add(
              "%s: %s, %s"
                  .formatted(
                      deal.stage().pipeline(),
                      deal.stage().stage(),
                      deal.status().name().toLowerCase(Locale.ROOT))));
    }
    contact
        .fields()
        .forEach((field, value) -> {
          if (!StandardFields.all().contains(field)) {
            parts.add(field + ": " + value);
          }
        });
    if (!contact.tags().isEmpty()) {
      parts.add(
          contact.tags().stream()
              .map(tag -> tag.text())
              .collect(Collectors.joining(", ", "tags: ", "")));
    }
    return parts;
  }
}
