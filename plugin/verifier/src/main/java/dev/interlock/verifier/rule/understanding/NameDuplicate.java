package dev.interlock.verifier.rule.understanding;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.template.Variable;
import dev.interlock.contract.template.Vocabulary;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.walk.Kind;
import dev.interlock.verifier.walk.Mention;
import dev.interlock.verifier.walk.Mentions;
import dev.interlock.verifier.walk.StepTree;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// One name for two things: in the operation, of contracts, steps, exits and variables.
final class NameDuplicate implements Rule {
  @Override
  public String id() {
    return "E-NAME-DUPLICATE";
  }

  @Override
  public String reason() {
    return "The journal, the pages and the CRM call things by their names; two of one name cannot be"
        + " told apart.";
  }

  @Override
  public Checked check(ContractSet set) {
    return Checked.each(Stream.of(Mentions.declared(set)), this::declared)
        .and(Checked.each(Stream.of(set), this::variables))
        .and(Checked.each(set.contracts().stream(), this::exits))
        .and(Checked.each(set.contracts().stream(), this::steps));
  }

  private Stream<Finding> declared(List<Mention> declared) {
    return repeated(declared, Mention::name).stream()
        .map(again ->
            found(
                again.name().kind() == Kind.CONTRACT ? again.name().text() : "",
                again.name().text(),
                again.position(),
                "%s is declared twice".formatted(again.name().words()),
                "take one of them away or give it another name."));
  }

  private Stream<Finding> variables(ContractSet set) {
    List<Variable> variables = Vocabulary.of(set.operation()).variables();
    return repeated(variables.stream().distinct().toList(), Variable::name).stream()
        .map(variable ->
            found(
                "",
                variable.name(),
                set.operation().position(),
                "texts cannot tell what *%s* stands for: two fields or settings get this variable"
                    .formatted(variable.name()),
                "give one of them another name."));
  }

  private Stream<Finding> exits(Contract contract) {
    return repeated(contract.exits(), Exit::name).stream()
        .map(exit ->
            found(
                contract,
                exit.name().text(),
                exit.position(),
                "exit *%s* is declared twice".formatted(exit.name()),
                "say everything that this ending leaves in one exit."));
  }

  private Stream<Finding> steps(Contract contract) {
    List<Step> named =
        StepTree.steps(contract).filter(step -> !(step instanceof Step.Leave)).toList();
    Stream<Finding> twice =
        repeated(named, Step::name).stream()
            .map(step ->
                found(
                    contract,
                    step.name().text(),
                    step.position(),
                    "two steps are called *%s*".formatted(step.name()),
                    "give one of them another name, as .named(\"...\") does."));
    Stream<Finding> likeExit =
        named.stream()
            .filter(step ->
                contract.exits().stream()
                    .anyMatch(exit -> exit.name().text().equals(step.name().text())))
            .map(step ->
                found(
                    contract,
                    step.name().text(),
                    step.position(),
                    "step *%s* is called like an exit".formatted(step.name()),
                    "name the step after what it does, and the exit after how it ended."));
    return Stream.concat(twice, likeExit);
  }

  // those whose key came before
  private static <T, K> List<T> repeated(List<T> all, Function<T, K> key) {
    Set<K> seen = new HashSet<>();
    return all.stream().filter(one -> !seen.add(key.apply(one))).toList();
  }
}
