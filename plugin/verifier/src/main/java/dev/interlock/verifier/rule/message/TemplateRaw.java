package dev.interlock.verifier.rule.message;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.template.Reading;
import dev.interlock.verifier.template.Templates;
import dev.interlock.verifier.walk.Text;
import java.util.Set;
import java.util.stream.Stream;

/// Values of contacts that are put into a text without escaping.
final class TemplateRaw implements Rule {
  private final Templates templates;

  TemplateRaw(Templates templates) {
    this.templates = templates;
  }

  @Override
  public String id() {
    return "E-TEMPLATE-RAW";
  }

  @Override
  public String reason() {
    return "What a stranger typed into a form must not become part of an e-mail's HTML.";
  }

  @Override
  public Checked check(ContractSet set) {
    return Checked.each(
        set.contracts().stream(),
        contract -> Text.in(contract).flatMap(text -> judge(contract, text)));
  }

  private Stream<Finding> judge(Contract contract, Text text) {
    return unescaped(text).stream()
        .sorted()
        .filter(variable -> !variable.startsWith("setting."))
        .map(variable ->
            found(
                contract,
                text.at(),
                text.position(),
                "the %s of *%s* puts {{{%s}}} in without escaping"
                    .formatted(text.what(), text.at(), variable),
                "write {{%s}}; only settings may be put in as they are.".formatted(variable)));
  }

  private Set<String> unescaped(Text text) {
    return switch (templates.read(text.template())) {
      case Reading.Read(_, var unescaped, _) -> unescaped;
      case Reading.Unreadable _ -> Set.of();
    };
  }
}
