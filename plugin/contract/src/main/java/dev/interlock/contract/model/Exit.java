package dev.interlock.contract.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A known ending and what it leaves behind.
///
/// @param meaning what the ending means to the business, in a sentence
/// @param leaves what is true in the CRM afterwards, made so in this order and then read back
/// @param tasks what becomes of tasks of the run that are still open
public record Exit(
    ExitName name,
    ExitKind kind,
    String meaning,
    List<Leaves> leaves,
    List<TaskLeft> tasks,
    List<Assignee> notifies,
    Continuation continuation,
    Position position) {
  public Exit {
    leaves = List.copyOf(leaves);
    tasks = List.copyOf(tasks);
    notifies = List.copyOf(notifies);
  }

  /// The same exit, with what it means to the business.
  public Exit means(String sentence) {
    return new Exit(name, kind, sentence, leaves, tasks, notifies, continuation, position);
  }

  /// The same exit, leaving these things true in the CRM as well.
  public Exit leaves(Leaves... things) {
    return new Exit(
        name,
        kind,
        meaning,
        joined(leaves, Arrays.asList(things)),
        tasks,
        notifies,
        continuation,
        position);
  }

  /// The same exit; tasks of these titles stay open for people to do.
  public Exit keepsTasks(String... titles) {
    return with(TaskLeft.Fate.KEPT, titles);
  }

  /// The same exit; the run ticks off those of its tasks that have these titles and are open still.
  public Exit ticksOffTasks(String... titles) {
    return with(TaskLeft.Fate.TICKED_OFF, titles);
  }

  private Exit with(TaskLeft.Fate fate, String... titles) {
    List<TaskLeft> more = Arrays.stream(titles).map(title -> new TaskLeft(title, fate)).toList();
    return new Exit(
        name, kind, meaning, leaves, joined(tasks, more), notifies, continuation, position);
  }

  /// The same exit, telling these people as well.
  public Exit notifies(Assignee... people) {
    return new Exit(
        name,
        kind,
        meaning,
        leaves,
        tasks,
        joined(notifies, Arrays.asList(people)),
        continuation,
        position);
  }

  /// The same exit, sending the contact on into another contract.
  public Exit routesTo(String contract) {
    return continuing(new Continuation.RoutesTo(new ContractId(contract), Optional.empty()));
  }

  /// The same exit, with the next valid action when the contract it routes to turns the contact
  /// away.
  public Exit orElse(String nextAction) {
    return switch (continuation) {
      case Continuation.RoutesTo(var contract, _) ->
          continuing(new Continuation.RoutesTo(contract, Optional.of(nextAction)));
      case Continuation.Nothing _, Continuation.Next _ ->
          throw new ContractException(
              "exit " + name + " says orElse(...) but routes nowhere; say routesTo(...) first");
    };
  }

  /// The same exit, with what is the next valid action.
  public Exit next(String action) {
    return continuing(new Continuation.Next(action));
  }

  private static <T> List<T> joined(List<T> some, List<T> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  private Exit continuing(Continuation next) {
    return new Exit(name, kind, meaning, leaves, tasks, notifies, next, position);
  }
}
