package dev.interlock.verifier.walk;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.StageRef;
import java.util.stream.Stream;

/// Every declaration of a name.
final class Declared {
  private Declared() {}

  static Stream<Mention> in(ContractSet set) {
    Operation operation = set.operation();
    return Stream.of(
            operation.pipelines().stream()
                .flatMap(pipeline ->
                    Stream.concat(
                        Stream.of(said(Kind.PIPELINE, pipeline.name(), pipeline.position())),
                        pipeline.stages().stream()
                            .map(stage ->
                                said(
                                    Name.of(new StageRef(pipeline.name(), stage.name())),
                                    stage.position())))),
            operation.tags().stream().map(tag -> said(Kind.TAG, tag.name(), tag.position())),
            operation.groups().stream()
                .map(group -> said(Kind.GROUP, group.name(), group.position())),
            operation.fields().stream()
                .map(field -> said(Kind.FIELD, field.name(), field.position())),
            operation.calendars().stream()
                .map(calendar -> said(Kind.CALENDAR, calendar, operation.position())),
            operation.lanes().stream().map(lane -> said(Kind.LANE, lane.name(), lane.position())),
            operation.teams().stream().map(team -> said(Kind.TEAM, team.name(), team.position())),
            operation.settings().stream()
                .map(setting -> said(Kind.SETTING, setting.name(), setting.position())),
            operation.purposes().stream()
                .map(purpose -> said(Kind.PURPOSE, purpose.name(), purpose.position())),
            operation.automations().stream()
                .map(automation -> said(Kind.AUTOMATION, automation.name(), automation.position())),
            set.contracts().stream()
                .map(contract -> said(Kind.CONTRACT, contract.id(), contract.position())))
        .flatMap(mentions -> mentions);
  }

  /// The exits of all contracts, those included that every run has.
  static Stream<Name> exits(ContractSet set) {
    return set.contracts().stream()
        .flatMap(contract ->
            contract.allExits().stream()
                .map(exit -> new Name(Kind.EXIT, contract.id().text(), exit.name().text())));
  }

  private static Mention said(Kind kind, Object name, Position position) {
    return said(Name.of(kind, name), position);
  }

  private static Mention said(Name name, Position position) {
    return new Mention(name, "", name.text(), position);
  }
}
