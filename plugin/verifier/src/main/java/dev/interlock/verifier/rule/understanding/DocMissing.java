package dev.interlock.verifier.rule.understanding;

import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Declaration;
import dev.interlock.contract.model.LaneClaim;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Path;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.PurposeName;
import dev.interlock.contract.model.Step;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.walk.StepTree;
import java.util.List;
import java.util.stream.Stream;

/// Things of which it is not said what they are for.
final class DocMissing implements Rule {
  @Override
  public String id() {
    return "E-DOC-MISSING";
  }

  @Override
  public String reason() {
    return "The client's pages, and the answer to *why did I get this?*, are made from these sentences.";
  }

  @Override
  public Checked check(ContractSet set) {
    return Checked.each(operation(set.operation()), this::judge)
        .and(Checked.each(set.contracts().stream().flatMap(DocMissing::contract), this::judge));
  }

  private Stream<Finding> judge(Sentence sentence) {
    if (!sentence.said().isBlank()) {
      return Stream.empty();
    }
    return Stream.of(
        found(
            sentence.contract(),
            sentence.at(),
            sentence.position(),
            sentence.missing(),
            sentence.help()));
  }

  private static Stream<Sentence> operation(Operation operation) {
    return Stream.of(
            operation.lanes().stream()
                .map(lane -> declared(lane.name().text(), lane.position(), lane.purpose(), "lane")),
            operation.settings().stream()
                .map(setting ->
                    declared(
                        setting.name().text(), setting.position(), setting.meaning(), "setting")),
            operation.purposes().stream()
                .map(purpose ->
                    declared(
                        purpose.name().text(),
                        purpose.position(),
                        purpose.meaning(),
                        "message purpose")))
        .flatMap(sentences -> sentences);
  }

  private static Sentence declared(String name, Position position, String said, String kind) {
    return new Sentence(
        "",
        name,
        position,
        said,
        "it is not said what %s *%s* is for".formatted(kind, name),
        "say it in a sentence, beside the name.");
  }

  private static Stream<Sentence> contract(Contract contract) {
    String id = contract.id().text();
    Position here = contract.position();
    Stream<Sentence> head =
        Stream.of(
            new Sentence(
                id,
                "title",
                here,
                contract.title(),
                "the contract has no title",
                "say title(\"...\")."),
            new Sentence(
                id,
                "purpose",
                here,
                contract.purpose(),
                "the contract does not say why it exists",
                "say purpose(\"...\")."));
    Stream<Sentence> lane =
        contract.lane() instanceof LaneClaim.NoLane(var reason)
            ? Stream.of(
                new Sentence(
                    id,
                    "lane",
                    here,
                    reason,
                    "it is not said why the contract claims no lane",
                    "say outsideLanes(\"...\")."))
            : Stream.empty();
    return Stream.of(
            head,
            lane,
            contract.admits().stream()
                .map(clause ->
                    new Sentence(
                        id,
                        "admits",
                        clause.position(),
                        clause.reason(),
                        "an entry clause has no reason",
                        "say why, since everybody whom the clause turns away is told.")),
            contract.declarations().stream().map(said -> declaration(id, said)),
            contract.exits().stream()
                .map(exit ->
                    new Sentence(
                        id,
                        exit.name().text(),
                        exit.position(),
                        exit.meaning(),
                        "it is not said what exit *%s* means to the business"
                            .formatted(exit.name()),
                        "say means(\"...\").")),
            StepTree.steps(contract).flatMap(step -> step(id, step)),
            purposes(contract))
        .flatMap(sentences -> sentences);
  }

  // a contract whose messages have none goes by their names alone
  private static Stream<Sentence> purposes(Contract contract) {
    List<Step.Send> messages =
        StepTree.steps(contract)
            .filter(Step.Send.class::isInstance)
            .map(Step.Send.class::cast)
            .toList();
    return messages.stream().allMatch(message -> message.terms().purpose().isEmpty())
        ? Stream.empty()
        : messages.stream().map(message -> purpose(contract, message));
  }

  private static Sentence purpose(Contract contract, Step.Send message) {
    return new Sentence(
        contract.id().text(),
        message.name().text(),
        message.position(),
        message.terms().purpose().map(PurposeName::text).orElse(""),
        "message *%s* has no purpose, and others of the contract have one"
            .formatted(message.name()),
        "say purpose(\"...\"), so that nobody hears it from another workflow as well.");
  }

  private static Sentence declaration(String id, Declaration said) {
    return new Sentence(
        id,
        "",
        said.position(),
        said.reason(),
        "a declaration has no reason",
        "say in a sentence why it is right.");
  }

  private static Stream<Sentence> step(String id, Step step) {
    return switch (step) {
      case Step.Send send -> Stream.of(why(id, step, send.why()));
      case Step.Act act -> Stream.of(why(id, step, act.why()));
      case Step.Wait wait -> Stream.of(why(id, step, wait.why()));
      case Step.Await await ->
          Stream.concat(
              Stream.of(why(id, step, await.why())),
              await.arms().stream()
                  .filter(arm -> !(arm.guard() instanceof Condition.Always))
                  .filter(arm -> !isPlain(arm.path()))
                  .map(arm -> because(id, step, arm.position(), arm.why())));
      case Step.Branch branch ->
          Stream.concat(
              Stream.of(why(id, step, branch.why())),
              branch.choices().stream()
                  .filter(choice -> !isPlain(choice.path()))
                  .map(choice -> because(id, step, choice.position(), choice.why())));
      case Step.Split split -> Stream.of(why(id, step, split.why()));
      case Step.Repeat repeat -> Stream.of(why(id, step, repeat.why()));
      case Step.Leave _ -> Stream.empty();
    };
  }

  // what an exit means, the exit says itself
  private static boolean isPlain(Path path) {
    return path.steps().stream().allMatch(Step.Leave.class::isInstance);
  }

  private static Sentence why(String id, Step step, String said) {
    return new Sentence(
        id,
        step.name().text(),
        step.position(),
        said,
        "step *%s* has no why".formatted(step.name()),
        "say why(\"...\").");
  }

  private static Sentence because(String id, Step step, Position position, String said) {
    return new Sentence(
        id,
        step.name().text(),
        position,
        said,
        "it is not said why the path changes here in *%s*".formatted(step.name()),
        "say because(\"...\").");
  }

  private record Sentence(
      String contract, String at, Position position, String said, String missing, String help) {}
}
