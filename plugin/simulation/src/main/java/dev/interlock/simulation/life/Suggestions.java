package dev.interlock.simulation.life;

import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.FieldTest;
import dev.interlock.contract.model.Saying;
import dev.interlock.core.program.Node;
import dev.interlock.core.program.Program;
import dev.interlock.simulation.Repertoire;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What contracts compare with and listen to: values around which it matters what the world does.
final class Suggestions {
  private final Map<FieldName, Set<String>> values = new TreeMap<>();
  private final Set<String> phrases = new TreeSet<>();
  private final Set<EventPattern> patterns = new LinkedHashSet<>();

  private Suggestions() {}

  static Suggestions of(Repertoire repertoire) {
    Suggestions suggestions = new Suggestions();
    repertoire.programs().forEach(suggestions::collect);
    return suggestions;
  }

  /// Values of fields, around the constants that they are compared with.
  Map<FieldName, Set<String>> values() {
    return new LinkedHashMap<>(values);
  }

  /// Words that some contract listens for in a message.
  List<String> phrases() {
    return List.copyOf(phrases);
  }

  /// Events that some contract listens to, each by itself.
  List<EventPattern> patterns() {
    return List.copyOf(patterns);
  }

  private void collect(Program program) {
    Contract contract = program.contract();
    collect(contract.trigger().event());
    contract.admits().forEach(clause -> collect(clause.condition()));
    contract
        .handlers()
        .forEach(handler -> {
          collect(handler.event());
          collect(handler.guard());
        });
    program.nodes().values().forEach(this::collect);
  }

  private void collect(Node node) {
    switch (node) {
      case Node.AwaitNode await ->
          await
              .step()
              .arms()
              .forEach(arm -> {
                collect(arm.event());
                collect(arm.guard());
              });
      case Node.BranchNode branch ->
          branch.step().choices().forEach(choice -> collect(choice.guard()));
      case Node.SendNode _, Node.ActNode _, Node.WaitNode _ -> {}
      case Node.SplitNode _, Node.LeaveNode _ -> {}
    }
  }

  private void collect(EventPattern pattern) {
    if (pattern instanceof EventPattern.Either(var either)) {
      either.forEach(this::collect);
      return;
    }
    patterns.add(pattern);
    if (pattern instanceof EventPattern.MessageReceived(_, Saying.AnyOf(var said))) {
      phrases.addAll(said);
    }
  }

  private void collect(Condition condition) {
    switch (condition) {
      case Condition.FieldIs(var field, var test) -> collect(field, test);
      case Condition.All(var parts) -> parts.forEach(this::collect);
      case Condition.Any(var parts) -> parts.forEach(this::collect);
      case Condition.Not(var part) -> collect(part);
      case Condition _ -> {}
    }
  }

  private void collect(FieldName field, FieldTest test) {
    Set<String> some = values.computeIfAbsent(field, _ -> new TreeSet<>());
    switch (test) {
      case FieldTest.Is(var value) -> some.add(value);
      case FieldTest.OneOf(var several) -> some.addAll(several);
      case FieldTest.Contains(var part) -> some.add("has " + part + " in it");
      case FieldTest.Compared(var comparison) -> {
        BigDecimal number = comparison.number();
        some.add(number.toPlainString());
        some.add(number.add(BigDecimal.ONE).toPlainString());
        some.add(number.subtract(BigDecimal.ONE).toPlainString());
      }
      case FieldTest.DateBefore _, FieldTest.DateWithin _, FieldTest.Empty _ -> {}
    }
  }
}
