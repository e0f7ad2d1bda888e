package dev.interlock.simulation.monitor;

import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.Deal;
import dev.interlock.contract.contact.Known;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.PipelineName;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// Whether what an exit promises is true of a contact.
final class Promises {
  private Promises() {}

  /// Of what the CRM does not say, it is not held against the exit.
  static boolean isBroken(Leaves leaves, ContactSnapshot contact) {
    return switch (leaves) {
      case Leaves.Tagged(var tag) -> !contact.tags().contains(tag);
      case Leaves.NotTagged(var tag) -> contact.tags().contains(tag);
      case Leaves.FieldSet(var field, var value) ->
          !contact.fields().getOrDefault(field, "").strip().equals(value.strip());
      case Leaves.AtStage(var stage) ->
          isNot(contact, stage.pipeline(), deal -> deal.stage().equals(stage));
      case Leaves.DealMarked(var pipeline, var status) ->
          isNot(contact, pipeline, deal -> deal.status() == status);
    };
  }

  private static boolean isNot(
      ContactSnapshot contact, PipelineName pipeline, Predicate<Deal> wanted) {
    return contact.deal(pipeline) instanceof Known.Said<Optional<Deal>>(var deal)
        && deal.filter(wanted).isEmpty();
  }

  static String words(Leaves leaves) {
    return switch (leaves) {
      case Leaves.Tagged(var tag) -> "the tag `" + tag + "`";
      case Leaves.NotTagged(var tag) -> "no tag `" + tag + "`";
      case Leaves.FieldSet(var field, var value) -> "%s in *%s*".formatted(value, field);
      case Leaves.AtStage(var stage) -> "the deal at " + stage;
      case Leaves.DealMarked(var pipeline, var status) ->
          "the deal in %s marked as %s".formatted(pipeline, status.name().toLowerCase(Locale.ROOT));
    };
  }
}
