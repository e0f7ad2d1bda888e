package dev.interlock.app.preflight;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.crm.inventory.Name;
import dev.interlock.crm.inventory.Right;
import dev.interlock.crm.inventory.Thing;
import dev.interlock.verifier.walk.Kind;
import dev.interlock.verifier.walk.Mention;
import dev.interlock.verifier.walk.Mentions;
import dev.interlock.verifier.walk.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a set of contracts demands of an account: what its operation declares, and what the
/// contracts do besides. Names that are used and not declared are the verifier's matter.
final class Demands {
  private final Operation operation;
  private final List<Contract> contracts;
  private final List<Mention> mentions;

  private Demands(ContractSet set) {
    operation = set.operation();
    contracts = set.contracts();
    mentions = contracts.stream().flatMap(Mentions::in).toList();
  }

  static List<Demand> of(ContractSet set) {
    return new Demands(set).all();
  }

  /// The names that demands have for what is bound to ids in an account.
  static Set<Name> names(List<Demand> demands) {
    return demands.stream().flatMap(Demands::names).collect(Collectors.toSet());
  }

  private static Stream<Name> names(Demand demand) {
    return switch (demand) {
      case Demand.Pipeline(var name, var stages, _) ->
          Stream.concat(
              Stream.of(Name.of(Thing.Kind.PIPELINE, name)),
              stages.stream().map(stage -> Name.ofStage(name, stage.name())));
      case Demand.Tag(var name, _) -> Stream.of(Name.of(Thing.Kind.TAG, name));
      case Demand.Field(var name, _, _, _) -> Stream.of(Name.of(Thing.Kind.FIELD, name));
      case Demand.User(var name, _, _) -> Stream.of(Name.of(Thing.Kind.USER, name));
      case Demand.Calendar(var name, _) -> Stream.of(Name.of(Thing.Kind.CALENDAR, name));
      case Demand.Automation(var name, _) -> Stream.of(Name.of(Thing.Kind.AUTOMATION, name));
      case Demand.Setting(var name, _, _, _) -> Stream.of(Name.of(Thing.Kind.VALUE, name));
      case Demand.Sending _, Demand.Token _, Demand.Zone _ -> Stream.empty();
    };
  }

  private List<Demand> all() {
    var all = new ArrayList<Demand>();
    operation.pipelines().forEach(each -> all.add(pipeline(each)));
    operation.tags().forEach(each -> all.add(tag(each)));
    operation.fields().forEach(each -> all.add(field(each)));
    users().forEach(each -> all.add(user(each)));
    operation.calendars().forEach(each -> all.add(calendar(each.text())));
    automations().forEach(each -> all.add(automation(each)));
    operation.settings().forEach(each -> all.add(setting(each)));
    contracts.stream()
        .flatMap(Uses::channels)
        .distinct()
        .sorted()
        .forEach(channel ->
            all.add(
                new Demand.Sending(
                    channel,
                    using(contract -> Uses.channels(contract).anyMatch(channel::equals)))));
    Stream.of(Right.values())
        .filter(right -> Uses.always(right) || !usersOf(right).isEmpty())
        .forEach(right -> all.add(new Demand.Token(right, usersOf(right))));
    all.add(new Demand.Zone());
    return List.copyOf(all);
  }

  private Demand pipeline(Pipeline pipeline) {
    String name = pipeline.name().text();
    return new Demand.Pipeline(
        name,
        pipeline.stages().stream()
            .map(stage ->
                new Demand.Stage(
                    stage.name().text(), naming(Kind.STAGE, name, stage.name().text())))
            .toList(),
        naming(each ->
            (each.name().kind() == Kind.PIPELINE && each.name().text().equals(name))
                || (each.name().kind() == Kind.STAGE && each.name().within().equals(name))));
  }

  private Demand tag(Operation.Tag tag) {
    return new Demand.Tag(tag.name().text(), naming(Kind.TAG, "", tag.name().text()));
  }

  private Demand field(Operation.Field field) {
    return new Demand.Field(
        field.name().text(),
        field.kind(),
        field.options(),
        naming(Kind.FIELD, "", field.name().text()));
  }

  private List<String> users() {
    return operation.teams().stream().flatMap(team -> team.members().stream()).distinct().toList();
  }

  private Demand user(String name) {
    var teams =
        operation.teams().stream()
            .filter(team -> team.members().contains(name))
            .map(team -> team.name().text())
            .toList();
    return new Demand.User(
        name,
        teams,
        naming(each -> each.name().kind() == Kind.TEAM && teams.contains(each.name().text())));
  }

  private Demand calendar(String name) {
    return new Demand.Calendar(name, naming(Kind.CALENDAR, "", name));
  }

  /// What the operation declares of others may be another app altogether; only what contracts start
  /// and stop has to be there.
  private List<String> automations() {
    return mentions.stream()
        .filter(each -> each.name().kind() == Kind.AUTOMATION)
        .map(each -> each.name().text())
        .distinct()
        .sorted()
        .toList();
  }

  private Demand automation(String name) {
    return new Demand.Automation(name, naming(Kind.AUTOMATION, "", name));
  }

  private Demand setting(Operation.Setting setting) {
    String name = setting.name().text();
    var named = naming(Kind.SETTING, "", name);
    var written =
        using(contract -> Text.in(contract).anyMatch(text -> names(text.template(), name)));
    return new Demand.Setting(
        name,
        setting.meaning(),
        setting.example(),
        Stream.of(named, written)
            .flatMap(Set::stream)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static boolean names(String template, String setting) {
    return template.contains("setting." + setting);
  }

  private Set<String> usersOf(Right right) {
    return using(contract -> Uses.rights(contract).anyMatch(right::equals));
  }

  private Set<String> using(Predicate<Contract> uses) {
    return contracts.stream()
        .filter(uses)
        .map(contract -> contract.id().text())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> naming(Kind kind, String within, String text) {
    return naming(each ->
        each.name().kind() == kind
            && each.name().within().equals(within)
            && each.name().text().equals(text));
  }

  private Set<String> naming(Predicate<Mention> meant) {
    return mentions.stream()
        .filter(meant)
        .map(Mention::contract)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
