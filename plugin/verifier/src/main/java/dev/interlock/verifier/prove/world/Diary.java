package dev.interlock.verifier.prove.world;

import dev.interlock.verifier.prove.symbolic.Assignment;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.symbolic.Variable;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How a contact's appointments in one calendar change: not only one may stand there.
///
/// @param variable empty when nobody asks how they stand
record Diary(Optional<Variable> variable) {

  /// One way in which a change may turn out.
  record Turn(Predicate guard, List<Assignment> then) {}

  private Stream<Turn> turn(IntPredicate before, int... after) {
    return variable.stream()
        .flatMap(diary ->
            IntStream.of(after)
                .mapToObj(value ->
                    new Turn(Predicate.among(diary, before), List.of(diary.becomes(value)))));
  }

  private List<Turn> either(Stream<Turn> turns) {
    return variable.isPresent() ? turns.toList() : List.of(new Turn(Predicate.always(), List.of()));
  }

  private static boolean isThere(int value) {
    return value != Values.NO_DATE && value != Values.CANCELLED;
  }

  private static boolean isOne(int value) {
    return isThere(value) && value != Values.MORE;
  }

  private static boolean isMore(int value) {
    return value == Values.MORE;
  }

  List<Turn> booked() {
    return either(
        Stream.concat(
            turn(value -> !isThere(value), Values.AHEAD), turn(Diary::isThere, Values.MORE)));
  }

  List<Turn> rescheduled() {
    return either(
        Stream.concat(turn(Diary::isOne, Values.AHEAD), turn(Diary::isMore, Values.MORE)));
  }

  List<Turn> confirmed() {
    return either(
        Stream.concat(
            turn(value -> value == Values.AHEAD, Values.AHEAD), turn(Diary::isMore, Values.MORE)));
  }

  List<Turn> cancelled() {
    return either(
        Stream.concat(
            turn(Diary::isOne, Values.CANCELLED),
            turn(
                Diary::isMore,
                Values.MORE,
                Values.AHEAD,
                Values.PAST,
                Values.SHOWED,
                Values.NO_SHOW)));
  }

  /// Somebody marks one of them.
  List<Turn> marked(int status) {
    return either(
        Stream.concat(
            turn(value -> isOne(value) && value != status, status),
            turn(Diary::isMore, Values.MORE, status)));
  }
}
