package dev.interlock.contract.text;

import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.Declaration;
import java.util.List;
import java.util.Optional;

/// Declarations as text.
final class DeclarationForm {
  private DeclarationForm() {}

  static Node.Group write(Declaration declaration) {
    return switch (declaration) {
      case Declaration.Ignores(var event, var reason, var position) ->
          Writing.line("ignores", position).with(EventForm.write(event)).text(reason).done();
      case Declaration.Besides(var contract, var reason, var position) ->
          Writing.line("besides", position).text(contract.text()).text(reason).done();
      case Declaration.Waives(
              var rule,
              var at,
              var with,
              var story,
              var reason,
              var decidedBy,
              var compensation,
              var until,
              var position) ->
          Writing.line("waives", position)
              .text(rule)
              .unlessEmpty("at", at)
              .unlessEmpty("with", with.map(ContractId::text).orElse(""))
              .unlessEmpty("story", story)
              .unlessEmpty("reason", reason)
              .unlessEmpty("decided-by", decidedBy)
              .unlessEmpty("compensation", compensation)
              .time(until)
              .done();
      case Declaration.Changed(var on, var reason, var position) ->
          Writing.line("changed", position).time(on).text(reason).done();
    };
  }

  /// All declarations, which are whatever is left.
  static List<Declaration> readAll(Reading parts) {
    return parts.groups(DeclarationForm::read);
  }

  private static Optional<ContractId> with(String other) {
    return other.isEmpty() ? Optional.empty() : Optional.of(new ContractId(other));
  }

  private static Declaration read(Node.Group group) {
    return Reading.of(
        group,
        parts ->
            switch (parts.word()) {
              case "ignores" ->
                  new Declaration.Ignores(
                      parts.group(EventForm::read), parts.text(), parts.position());
              case "besides" ->
                  new Declaration.Besides(
                      new ContractId(parts.text()), parts.text(), parts.position());
              case "waives" ->
                  new Declaration.Waives(
                      parts.text(),
                      parts.textIn("at"),
                      with(parts.textIn("with")),
                      parts.textIn("story"),
                      parts.textIn("reason"),
                      parts.textIn("decided-by"),
                      parts.textIn("compensation"),
                      parts.date(),
                      parts.position());
              case "changed" ->
                  new Declaration.Changed(parts.date(), parts.text(), parts.position());
              default -> throw parts.unknown("a declaration");
            });
  }
}
