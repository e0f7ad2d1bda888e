package dev.interlock.handbook.page;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Declaration;
import dev.interlock.contract.model.StageRef;
import dev.interlock.contract.model.Step;
import dev.interlock.handbook.words.EventWords;
import dev.interlock.handbook.words.Phrases;
import dev.interlock.handbook.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads what the author of a contract takes on: each is something that is not proved because the
/// author answers for it.
record TakenReader(ContractSet set, Words words) {

  List<TakenView> of(Contract contract) {
    return Stream.of(
            entryOnly(contract), declared(contract), afterOptOut(contract), returns(contract))
        .flatMap(taken -> taken)
        .toList();
  }

  private Stream<TakenView> entryOnly(Contract contract) {
    return contract.admits().stream()
        .flatMap(clause ->
            clause.atEntryOnly().stream()
                .map(reason ->
                    new TakenView(
                        "Asked at the door and not again: "
                            + Phrases.lowered(words.entry().clause(clause)),
                        Phrases.sentence(reason))));
  }

  private Stream<TakenView> declared(Contract contract) {
    return contract.declarations().stream().flatMap(each -> declared(each).stream());
  }

  private Optional<TakenView> declared(Declaration declaration) {
    return switch (declaration) {
      case Declaration.Ignores(var event, var reason, _) ->
          Optional.of(
              new TakenView(
                  "It does not matter here when " + EventWords.clause(event),
                  Phrases.sentence(reason)));
      case Declaration.Besides(var other, var reason, _) ->
          Optional.of(
              new TakenView(
                  "It may run beside " + words.titles().quoted(other), Phrases.sentence(reason)));
      case Declaration.Waives _, Declaration.Changed _ -> Optional.empty();
    };
  }

  private static Stream<TakenView> afterOptOut(Contract contract) {
    return PathWalk.sends(contract).stream()
        .flatMap(send ->
            send.terms().afterOptOut().stream()
                .map(reason ->
                    new TakenView(
                        Phrases.quoted(send.name())
                            + " may go out although they opted out of another channel",
                        Phrases.sentence(reason))));
  }

  /// The ways back that lead to where the contract moves deals.
  private Stream<TakenView> returns(Contract contract) {
    List<StageRef> moves =
        PathWalk.of(contract).stream()
            .flatMap(step ->
                step instanceof Step.Act act && act.action() instanceof Action.MoveTo(var stage)
                    ? Stream.of(stage)
                    : Stream.empty())
            .distinct()
            .toList();
    List<TakenView> taken = new ArrayList<>();
    for (StageRef to : moves) {
      set.operation().pipelines().stream()
          .filter(pipeline -> pipeline.name().equals(to.pipeline()))
          .flatMap(pipeline -> pipeline.stages().stream())
          .filter(stage -> stage.lawfulReturns().contains(to.stage()))
          .forEach(from ->
              taken.add(
                  new TakenView(
                      "It may move a deal in %s back from %s to %s"
                          .formatted(
                              Phrases.quoted(to.pipeline()),
                              Phrases.quoted(from.name()),
                              Phrases.quoted(to.stage())),
                      "The stages declare this way back.")));
    }
    return taken.stream();
  }
}
