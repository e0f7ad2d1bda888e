package dev.interlock.verifier.walk;

import dev.interlock.contract.model.Continuation;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Declaration;
import dev.interlock.contract.model.EntryClause;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.Handler;
import dev.interlock.contract.model.LaneClaim;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.StageRef;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.model.Volume;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every use of a name, with the place where it is used.
public final class Mentions {
  private Mentions() {}

  /// All uses in the operation and its contracts.
  public static Stream<Mention> in(ContractSet set) {
    return Stream.concat(in(set.operation()), set.contracts().stream().flatMap(Mentions::in));
  }

  private static Stream<Mention> in(Operation operation) {
    return Stream.of(
            operation.pipelines().stream().flatMap(Mentions::stages),
            operation.groups().stream()
                .flatMap(group ->
                    group.members().stream()
                        .map(tag -> Name.of(Kind.TAG, tag))
                        .map(by("", group.name().text(), group.position()))),
            operation.automations().stream().flatMap(Mentions::automation),
            operation.volumes().stream().flatMap(Mentions::volume))
        .flatMap(mentions -> mentions);
  }

  private static Stream<Mention> stages(Pipeline pipeline) {
    return pipeline.stages().stream()
        .flatMap(stage ->
            Stream.of(
                    stage.owner().stream().map(team -> Name.of(Kind.TEAM, team)),
                    stage.lawfulReturns().stream()
                        .map(back -> Name.of(new StageRef(pipeline.name(), back))),
                    stage.movers().stream().map(contract -> Name.of(Kind.CONTRACT, contract)))
                .flatMap(names -> names)
                .map(by("", stage.name().text(), stage.position())));
  }

  private static Stream<Mention> automation(Operation.Automation automation) {
    return Stream.of(
            automation.startsOn().stream().flatMap(NamesIn::event),
            automation.mayWrite().stream().flatMap(NamesIn::leaves),
            automation.maySend().stream().map(purpose -> Name.of(Kind.PURPOSE, purpose)))
        .flatMap(names -> names)
        .map(by("", automation.name().text(), automation.position()));
  }

  private static Stream<Mention> volume(Volume volume) {
    return volume instanceof Volume.Entries(var contract, _, var position)
        ? Stream.of(Name.of(Kind.CONTRACT, contract)).map(by("", "per day", position))
        : Stream.empty();
  }

  /// All uses in a contract.
  public static Stream<Mention> in(Contract contract) {
    String id = contract.id().text();
    return Stream.of(
            head(contract),
            contract.admits().stream().flatMap(clause -> clause(id, clause)),
            contract.handlers().stream().flatMap(handler -> handler(id, handler)),
            contract.declarations().stream().flatMap(said -> declaration(id, said)),
            StepTree.steps(contract).flatMap(step -> step(id, step)),
            contract.exits().stream().flatMap(exit -> exit(id, exit)))
        .flatMap(mentions -> mentions);
  }

  private static Stream<Mention> head(Contract contract) {
    String id = contract.id().text();
    Stream<Name> lane =
        switch (contract.lane()) {
          case LaneClaim.InLane(var name, _, _, _) -> Stream.of(Name.of(Kind.LANE, name));
          case LaneClaim.NoLane _ -> Stream.empty();
        };
    return Stream.of(
            Stream.of(Name.of(Kind.TEAM, contract.owner()))
                .map(by(id, "owner", contract.position())),
            lane.map(by(id, "lane", contract.position())),
            NamesIn.event(contract.trigger().event())
                .map(by(id, "startsWhen", contract.trigger().position())))
        .flatMap(mentions -> mentions);
  }

  private static Stream<Mention> clause(String id, EntryClause clause) {
    return NamesIn.condition(clause.condition()).map(by(id, "admits", clause.position()));
  }

  private static Stream<Mention> handler(String id, Handler handler) {
    return Stream.concat(NamesIn.event(handler.event()), NamesIn.condition(handler.guard()))
        .map(by(id, "throughout", handler.position()));
  }

  private static Stream<Mention> declaration(String id, Declaration declaration) {
    Stream<Name> names =
        switch (declaration) {
          case Declaration.Ignores(var event, _, _) -> NamesIn.event(event);
          case Declaration.Besides(var contract, _, _) ->
              Stream.of(Name.of(Kind.CONTRACT, contract));
          case Declaration.Waives waives ->
              waives.with().stream().map(contract -> Name.of(Kind.CONTRACT, contract));
          case Declaration.Changed _ -> Stream.empty();
        };
    return names.map(by(id, "", declaration.position()));
  }

  private static Stream<Mention> step(String id, Step step) {
    String at = step.name().text();
    Position here = step.position();
    return switch (step) {
      case Step.Send send ->
          send.terms().purpose().stream()
              .map(purpose -> Name.of(Kind.PURPOSE, purpose))
              .map(by(id, at, here));
      case Step.Act act -> NamesIn.action(act.action()).map(by(id, at, here));
      case Step.Wait wait -> NamesIn.pause(wait.pause()).map(by(id, at, here));
      case Step.Await await ->
          Stream.concat(
              await.arms().stream().flatMap(arm -> arm(id, at, arm)),
              NamesIn.deadline(await.silence().deadline())
                  .map(by(id, at, await.silence().position())));
      case Step.Branch branch ->
          branch.choices().stream()
              .flatMap(
                  choice -> NamesIn.condition(choice.guard()).map(by(id, at, choice.position())));
      case Step.Split _, Step.Repeat _, Step.Leave _ -> Stream.empty();
    };
  }

  private static Stream<Mention> arm(String id, String at, Step.Arm arm) {
    return Stream.concat(NamesIn.event(arm.event()), NamesIn.condition(arm.guard()))
        .map(by(id, at, arm.position()));
  }

  private static Stream<Mention> exit(String id, Exit exit) {
    Stream<Name> next =
        switch (exit.continuation()) {
          case Continuation.RoutesTo(var contract, _) ->
              Stream.of(Name.of(Kind.CONTRACT, contract));
          case Continuation.Nothing _, Continuation.Next _ -> Stream.empty();
        };
    return Stream.of(
            exit.leaves().stream().flatMap(NamesIn::leaves),
            exit.notifies().stream().flatMap(NamesIn::assignee),
            next)
        .flatMap(names -> names)
        .map(by(id, exit.name().text(), exit.position()));
  }

  private static Function<Name, Mention> by(String contract, String at, Position position) {
    return name -> new Mention(name, contract, at, position);
  }

  /// Everything that the operation declares, and the contracts; a name declared twice comes twice.
  public static List<Mention> declared(ContractSet set) {
    return Declared.in(set).toList();
  }

  /// Every name that may be used: what is declared, the contracts, and their exits.
  public static Set<Name> known(ContractSet set) {
    return Stream.concat(Declared.in(set).map(Mention::name), Declared.exits(set))
        .collect(Collectors.toUnmodifiableSet());
  }
}
