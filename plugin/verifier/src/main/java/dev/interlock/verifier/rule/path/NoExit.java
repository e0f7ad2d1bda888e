package dev.interlock.verifier.rule.path;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Handler;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.Step;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Distinct;
import dev.interlock.verifier.rule.Nearest;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.walk.Flow;
import dev.interlock.verifier.walk.Move;
import dev.interlock.verifier.walk.Place;
import dev.interlock.verifier.walk.StepTree;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Paths that just stop, exits that are left by but not declared, and two exits in a row.
final class NoExit implements Rule {
  @Override
  public String id() {
    return "E-NO-EXIT";
  }

  @Override
  public String reason() {
    return "A run that stops without an exit leaves a contact in a state that nobody declared and"
        + " nobody owns.";
  }

  @Override
  public Checked check(ContractSet set) {
    return Checked.each(
        set.contracts().stream(),
        contract ->
            Stream.of(ends(contract), handlers(contract), unknown(contract), twice(contract))
                .flatMap(found -> found));
  }

  private Stream<Finding> ends(Contract contract) {
    return Flow.of(contract).reachable().stream()
        .flatMap(place ->
            place.moves().stream()
                .filter(move -> move.to() == Flow.END)
                .map(move -> new End(line(move), move, place)))
        .filter(Distinct.by(End::line))
        .map(end ->
            found(
                contract,
                end.place().step().name().text(),
                end.move().position(),
                "the path just stops: %s, and nothing follows".formatted(how(end)),
                "end it by exit(\"...\") or thenExit(\"...\")."));
  }

  private static String how(End end) {
    String step = "*%s*".formatted(end.place().step().name());
    return switch (end.move().way()) {
      case DONE -> "after " + step;
      case REFUSED, BLOCKED, UNDELIVERED -> step + " goes on after it failed";
      case REACHED -> "after " + step;
      case PAST -> step + " goes on when its moment has passed";
      case GONE -> step + " goes on when its moment is gone";
      case ARM -> "an arm of " + step + " goes on";
      case SILENCE -> step + " goes on in silence";
      case CHOICE -> "a choice of " + step + " goes on";
      case OTHERWISE -> step + " goes on when none of its conditions holds";
      case UNKNOWN -> step + " goes on when the CRM does not say";
      case SHARE -> "a share of " + step + " goes on";
      case TURN -> step + " does nothing";
    };
  }

  // an empty path has no place of its own in a flow
  private Stream<Finding> handlers(Contract contract) {
    Stream<Position> empty =
        contract.handlers().stream()
            .filter(handler -> handler.path().steps().isEmpty())
            .map(Handler::position);
    Stream<Position> body =
        contract.path().steps().isEmpty() ? Stream.of(contract.position()) : Stream.empty();
    return Stream.concat(body, empty)
        .map(position ->
            found(
                contract,
                "",
                position,
                "a path without any step: the run just stops",
                "say at least by which exit it ends."));
  }

  private Stream<Finding> unknown(Contract contract) {
    List<String> known =
        contract.allExits().stream().map(exit -> exit.name().text()).distinct().toList();
    return StepTree.steps(contract)
        .filter(Step.Leave.class::isInstance)
        .map(Step.Leave.class::cast)
        .filter(leave -> !known.contains(leave.exit().text()))
        .map(leave ->
            found(
                contract,
                leave.exit().text(),
                leave.position(),
                "the path leaves by exit *%s*, which is not declared".formatted(leave.exit()),
                Nearest.offer(leave.exit().text(), known, "declare it in exits(...)")));
  }

  private Stream<Finding> twice(Contract contract) {
    return StepTree.paths(contract)
        .flatMap(path ->
            IntStream.range(1, path.steps().size())
                .filter(next ->
                    path.steps().get(next - 1) instanceof Step.Leave
                        && path.steps().get(next) instanceof Step.Leave)
                .mapToObj(next ->
                    found(
                        contract,
                        path.steps().get(next).name().text(),
                        path.steps().get(next).position(),
                        "exit *%s* stands behind exit *%s*: a run leaves once"
                            .formatted(
                                path.steps().get(next).name(), path.steps().get(next - 1).name()),
                        "keep the one that is meant, or let a branch choose.")));
  }

  private static String line(Move move) {
    return move.position().toString();
  }

  private record End(String line, Move move, Place place) {}
}
