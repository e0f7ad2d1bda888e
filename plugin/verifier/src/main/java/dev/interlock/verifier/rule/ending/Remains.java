package dev.interlock.verifier.rule.ending;

import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Operation.FieldKind;
import dev.interlock.contract.model.Operation.TagGroup;
import dev.interlock.contract.model.TagName;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What exits leave, as a question about one contact: can it all be true of them at once?
///
/// Exact: a promise gives a tag, a field or a deal one value, and only an exclusive group ties
/// several tags together.
final class Remains {
  private final Operation operation;

  Remains(Operation operation) {
    this.operation = operation;
  }

  /// Whether a contact can look as both exits leave them.
  boolean canHoldTogether(Exit one, Exit other) {
    List<Leaves> all = Stream.concat(one.leaves().stream(), other.leaves().stream()).toList();
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        if (contradict(all.get(i), all.get(j))) {
          return false;
        }
      }
    }
    Set<TagName> there = new HashSet<>();
    Set<TagName> away = new HashSet<>();
    for (Leaves leaves : all) {
      switch (leaves) {
        case Leaves.Tagged(var tag) -> there.add(tag);
        case Leaves.NotTagged(var tag) -> away.add(tag);
        case Leaves.AtStage _, Leaves.FieldSet _, Leaves.DealMarked _ -> {}
      }
    }
    return groupsCanBeWhole(there, away);
  }

  /// Whether two promises are about one thing and only one of them can be true.
  boolean contradict(Leaves one, Leaves other) {
    return switch (one) {
      case Leaves.AtStage(var stage) ->
          other instanceof Leaves.AtStage(var another)
              && stage.pipeline().equals(another.pipeline())
              && !stage.equals(another);
      case Leaves.Tagged(var tag) -> other.equals(new Leaves.NotTagged(tag));
      case Leaves.NotTagged(var tag) -> other.equals(new Leaves.Tagged(tag));
      case Leaves.FieldSet(var field, var value) ->
          other instanceof Leaves.FieldSet(var another, var otherwise)
              && field.equals(another)
              && !isSame(field, value, otherwise);
      case Leaves.DealMarked(var pipeline, var status) ->
          other instanceof Leaves.DealMarked(var another, var otherwise)
              && pipeline.equals(another)
              && status != otherwise;
    };
  }

  /// Conditions take texts for one another that differ in case only, and numbers that are equal.
  private boolean isSame(FieldName field, String one, String other) {
    if (one.strip().toLowerCase(Locale.ROOT).equals(other.strip().toLowerCase(Locale.ROOT))) {
      return true;
    }
    boolean isNumber =
        operation.fields().stream()
            .anyMatch(
                declared -> declared.name().equals(field) && declared.kind() == FieldKind.NUMBER);
    return isNumber && isSameNumber(one, other);
  }

  private static boolean isSameNumber(String one, String other) {
    try {
      return new BigDecimal(one.strip()).compareTo(new BigDecimal(other.strip())) == 0;
    } catch (NumberFormatException noNumber) {
      return false;
    }
  }

  /// Whether the other tags can be there or not so that every exclusive group is as declared.
  private boolean groupsCanBeWhole(Set<TagName> there, Set<TagName> away) {
    if (operation.groups().stream().anyMatch(group -> count(group, there) > 1)) {
      return false;
    }
    Optional<TagGroup> empty =
        operation.groups().stream()
            .filter(group -> group.oneMustHold() && count(group, there) == 0)
            .findFirst();
    return empty.isEmpty()
        || empty.get().members().stream()
            .filter(tag -> !away.contains(tag))
            .anyMatch(tag -> groupsCanBeWhole(with(there, tag), away));
  }

  private static long count(TagGroup group, Set<TagName> there) {
    return group.members().stream().filter(there::contains).count();
  }

  private static Set<TagName> with(Set<TagName> tags, TagName another) {
    Set<TagName> more = new HashSet<>(tags);
    more.add(another);
    return more;
  }
}
