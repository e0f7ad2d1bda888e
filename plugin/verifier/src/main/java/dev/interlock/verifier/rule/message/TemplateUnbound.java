package dev.interlock.verifier.rule.message;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.template.Variable;
import dev.interlock.contract.template.Vocabulary;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Nearest;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.template.Reading;
import dev.interlock.verifier.template.Templates;
import dev.interlock.verifier.walk.Text;
import java.util.List;
import java.util.stream.Stream;

/// Variables and helpers that no text has.
final class TemplateUnbound implements Rule {
  private final Templates templates;

  TemplateUnbound(Templates templates) {
    this.templates = templates;
  }

  @Override
  public String id() {
    return "E-TEMPLATE-UNBOUND";
  }

  @Override
  public String reason() {
    return "An unknown variable is sent as nothing, in the middle of a sentence.";
  }

  @Override
  public Checked check(ContractSet set) {
    List<String> known =
        Vocabulary.of(set.operation()).variables().stream().map(Variable::name).toList();
    return Checked.each(
        set.contracts().stream(),
        contract -> Text.in(contract).flatMap(text -> judge(contract, text, known)));
  }

  private Stream<Finding> judge(Contract contract, Text text, List<String> known) {
    return switch (templates.read(text.template())) {
      case Reading.Unreadable _ -> Stream.empty();
      case Reading.Read(var variables, _, var helpers) ->
          Stream.concat(
              variables.stream()
                  .sorted()
                  .filter(variable -> !known.contains(variable))
                  .map(variable -> variable(contract, text, variable, known)),
              helpers.stream()
                  .sorted()
                  .filter(helper -> !Vocabulary.HELPERS.contains(helper))
                  .map(helper -> helper(contract, text, helper)));
    };
  }

  private Finding variable(Contract contract, Text text, String variable, List<String> known) {
    return found(
        contract,
        text.at(),
        text.position(),
        "the %s of *%s* says {{%s}}%s, which no text knows"
            .formatted(text.what(), text.at(), variable, line(text, variable)),
        Nearest.offer(variable, known));
  }

  private Finding helper(Contract contract, Text text, String helper) {
    return found(
        contract,
        text.at(),
        text.position(),
        "the %s of *%s* uses the helper *%s*%s, which texts do not have"
            .formatted(text.what(), text.at(), helper, line(text, helper)),
        "texts have %s; whatever takes more of a decision is a branch."
            .formatted(String.join(" and ", Vocabulary.HELPERS.stream().sorted().toList())));
  }

  private static String line(Text text, String word) {
    int at = text.template().indexOf(word);
    if (at < 0 || !text.template().contains("\n")) {
      return "";
    }
    return " in its line " + text.template().substring(0, at).lines().count();
  }
}
