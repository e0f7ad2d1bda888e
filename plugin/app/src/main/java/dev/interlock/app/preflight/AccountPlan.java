package dev.interlock.app.preflight;

import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.crm.inventory.Binding;
import dev.interlock.crm.inventory.Bindings;
import dev.interlock.crm.inventory.Chore;
import dev.interlock.crm.inventory.Creatable;
import dev.interlock.crm.inventory.Guide;
import dev.interlock.crm.inventory.Inventory;
import dev.interlock.crm.inventory.Name;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// How an account stands to a set of contracts, line by line.
///
/// @param names what contracts name of what an account has
public record AccountPlan(Inventory inventory, Set<Name> names, List<Line> lines) {
  public AccountPlan {
    names = Set.copyOf(names);
    lines = List.copyOf(lines);
  }

  /// Compares what contracts demand with what an account has. Pure.
  ///
  /// @param before what names meant when somebody looked last
  /// @param ours values of settings that were given to us, by name
  /// @param zone the time zone that was given to us
  public static AccountPlan of(
      ContractSet set,
      Inventory inventory,
      Bindings before,
      Guide guide,
      Map<String, String> ours,
      Optional<ZoneId> zone) {
    var comparison = new Comparison(Known.of(inventory, before, guide, ours, zone));
    var demands = Demands.of(set);
    return new AccountPlan(
        inventory, Demands.names(demands), demands.stream().flatMap(comparison::lines).toList());
  }

  /// The channels by which contracts write to people.
  public static Set<Channel> channels(ContractSet set) {
    return set.contracts().stream()
        .flatMap(Uses::channels)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Channel.class)));
  }

  /// Whether nothing is left to do.
  public boolean isDone() {
    return lines.stream().noneMatch(line -> line.state().isOpen());
  }

  /// What can be made, each once.
  public List<Creatable> creatables() {
    return lines.stream().flatMap(line -> line.state().creatable().stream()).distinct().toList();
  }

  /// What to remember for the next time.
  public Bindings bindings(Bindings before) {
    List<Binding> now = lines.stream().flatMap(line -> line.binding().stream()).toList();
    return new Bindings(now).over(before, names);
  }

  /// The same, where what the CRM would not make is left to a person.
  ///
  /// @param refused why, by what was to be made
  public AccountPlan without(Map<Creatable, String> refused) {
    return new AccountPlan(
        inventory, names, lines.stream().map(line -> without(line, refused)).toList());
  }

  private static Line without(Line line, Map<Creatable, String> refused) {
    return line.state()
        .creatable()
        .filter(refused::containsKey)
        .map(thing -> line.with(new State.Yours("not made: " + refused.get(thing), byHand(thing))))
        .orElse(line);
  }

  private static Chore byHand(Creatable thing) {
    return switch (thing) {
      case Creatable.Tag(var tag) -> new Chore.MakeTag(tag.text());
      case Creatable.Field(var name, var holds, var options) ->
          new Chore.MakeField(name, holds, options);
      case Creatable.Value(var name, _) -> new Chore.MakeValue(name);
    };
  }
}
