package dev.interlock.verifier.rule.message;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.Leaves;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.template.Reading;
import dev.interlock.verifier.template.Templates;
import dev.interlock.verifier.walk.Text;
import java.util.stream.Stream;

/// Texts that cannot be read as templates, and templates where only plain text may stand.
final class TemplateSyntax implements Rule {
  private final Templates templates;

  TemplateSyntax(Templates templates) {
    this.templates = templates;
  }

  @Override
  public String id() {
    return "E-TEMPLATE-SYNTAX";
  }

  @Override
  public String reason() {
    return "A text with a slip between its braces cannot be sent.";
  }

  @Override
  public Checked check(ContractSet set) {
    Checked texts =
        Checked.each(
            set.contracts().stream()
                .flatMap(contract ->
                    Text.in(contract).map(text -> new Placed(contract.id().text(), text))),
            this::judge);
    Checked exits =
        Checked.each(
            set.contracts().stream(),
            contract ->
                contract.exits().stream().flatMap(exit -> plain(contract.id().text(), exit)));
    return texts.and(exits);
  }

  private Stream<Finding> judge(Placed placed) {
    Text text = placed.text();
    return switch (templates.read(text.template())) {
      case Reading.Read _ -> Stream.empty();
      case Reading.Unreadable(int line, String why) ->
          Stream.of(
              found(
                  placed.contract(),
                  text.at(),
                  text.position(),
                  "the %s of *%s* cannot be read, in its line %d: %s"
                      .formatted(text.what(), text.at(), line, why),
                  "write {{contact.firstName}} for a value, and {{#if contact.company}}...{{/if}}"
                      + " around what may be left out."));
    };
  }

  private Stream<Finding> plain(String contract, Exit exit) {
    return exit.leaves().stream()
        .filter(leaves -> leaves instanceof Leaves.FieldSet(_, var value) && value.contains("{{"))
        .map(_ ->
            found(
                contract,
                exit.name().text(),
                exit.position(),
                "exit *%s* leaves a template in a field; an exit's values are plain text"
                    .formatted(exit.name()),
                "set the field by a step before the exit: setField(...)."));
  }

  private record Placed(String contract, Text text) {}
}
