package dev.interlock.crm.highlevel.provision;

import dev.interlock.contract.model.Operation.FieldKind;
import dev.interlock.crm.Read;
import dev.interlock.crm.highlevel.outcome.Advice;
import dev.interlock.crm.highlevel.outcome.Reads;
import dev.interlock.crm.highlevel.wire.Answer;
import dev.interlock.crm.highlevel.wire.Effect;
import dev.interlock.crm.highlevel.wire.LocationCalls;
import dev.interlock.crm.inventory.Creatable;
import dev.interlock.crm.inventory.Made;
import dev.interlock.crm.inventory.Thing;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Makes what a location lacks. HighLevel would make two of the same name, so each thing is looked
/// for right before, and again when it is in doubt what came of it.
record Maker(LocationCalls calls) {

  Made make(Creatable thing) {
    return switch (thing) {
      case Creatable.Tag(var tag) ->
          make(
              thing,
              () -> calls.tags().map(Things::tags),
              () -> calls.createTag(tag.text()).map(made -> made.id()));
      case Creatable.Field(var name, var holds, _) ->
          dataType(holds)
              .map(type ->
                  make(
                      thing,
                      () -> calls.customFields().map(Things::fields),
                      () -> calls.createCustomField(name, type, "contact").map(made -> made.id())))
              .orElseGet(() -> new Made.Refused("by-hand", HighLevelGuide.NO_CHOICES));
      case Creatable.Value(var name, var text) ->
          make(
              thing,
              () -> calls.customValues().map(Things::values),
              () -> calls.createCustomValue(name, text).map(made -> made.id()));
    };
  }

  private static Optional<String> dataType(FieldKind holds) {
    return switch (holds) {
      case TEXT -> Optional.of("TEXT");
      case NUMBER -> Optional.of("NUMERICAL");
      case DATE -> Optional.of("DATE");
      case OPTION -> Optional.empty();
    };
  }

  private static <T extends Thing> Made make(
      Creatable wanted, Supplier<Answer<List<T>>> list, Supplier<Answer<String>> create) {
    return switch (list.get()) {
      case Answer.Failed<List<T>> failed -> notMade(failed);
      case Answer.Ok<List<T>>(_, var there, _) ->
          find(wanted, there)
              .<Made>map(thing -> new Made.AlreadyThere(thing.id()))
              .orElseGet(() -> made(wanted, create.get(), list));
    };
  }

  private static <T extends Thing> Made made(
      Creatable wanted, Answer<String> answer, Supplier<Answer<List<T>>> list) {
    return switch (answer) {
      case Answer.Ok<String>(_, var id, _) -> new Made.Done(id);
      case Answer.Failed<String> failed when failed.effect() == Effect.IMPOSSIBLE ->
          notMade(failed);
      case Answer.Failed<String> failed ->
          list.get()
              .success()
              .flatMap(there -> find(wanted, there))
              .<Made>map(thing -> new Made.Done(thing.id()))
              .orElseGet(() -> new Made.InDoubt(failed.failure().inWords()));
    };
  }

  private static <T extends Thing> Optional<T> find(Creatable wanted, List<T> there) {
    return there.stream()
        .filter(thing -> wanted.kind().isSameName(thing.name(), wanted.name()))
        .findFirst();
  }

  private static <T> Made notMade(Answer.Failed<T> failed) {
    return switch (Reads.of(failed)) {
      case Read.TryLater<T>(var pause, var reason) -> new Made.TryLater(pause, reason);
      case Read.Refused<T>(var code, var reason) -> new Made.Refused(code, reason);
      case Read.Gone<T>(var reason) -> new Made.Refused("gone", reason);
      case Read.Got<T> _ -> new Made.TryLater(Advice.SHORT, failed.failure().inWords());
    };
  }
}
