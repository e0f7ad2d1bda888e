package dev.interlock.verifier.walk;

import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.Saying;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What can be told of event patterns by looking at two of them.
public final class Patterns {
  private Patterns() {}

  /// The pattern's alternatives, none of which is an alternative itself.
  public static Stream<EventPattern> alternatives(EventPattern pattern) {
    return pattern instanceof EventPattern.Either(var patterns)
        ? patterns.stream().flatMap(Patterns::alternatives)
        : Stream.of(pattern);
  }

  /// Whether every event that the narrow pattern means is meant by the wide one, as far as their
  /// words tell.
  public static boolean covers(EventPattern wide, EventPattern narrow) {
    return alternatives(narrow)
        .allMatch(one -> alternatives(wide).anyMatch(other -> coversOne(other, one)));
  }

  private static boolean coversOne(EventPattern wide, EventPattern narrow) {
    return switch (wide) {
      case EventPattern.MessageReceived w ->
          narrow instanceof EventPattern.MessageReceived n
              && coversSet(w.channels(), n.channels())
              && coversSaying(w.saying(), n.saying());
      case EventPattern.MessageOutcome w ->
          narrow instanceof EventPattern.MessageOutcome n
              && w.delivery() == n.delivery()
              && coversSet(w.channels(), n.channels());
      case EventPattern.ConsentEvent w ->
          narrow instanceof EventPattern.ConsentEvent n
              && w.change() == n.change()
              && coversSet(w.channels(), n.channels());
      case EventPattern.AppointmentEvent w ->
          narrow instanceof EventPattern.AppointmentEvent n
              && w.change() == n.change()
              && coversOptional(w.calendar(), n.calendar());
      case EventPattern.DealEvent w ->
          narrow instanceof EventPattern.DealEvent n
              && w.change() == n.change()
              && coversOptional(w.pipeline(), n.pipeline());
      case EventPattern.FormSubmitted w ->
          narrow instanceof EventPattern.FormSubmitted n && coversOptional(w.form(), n.form());
      case EventPattern.ForeignHand w ->
          narrow instanceof EventPattern.ForeignHand n
              && coversSet(w.hands(), n.hands())
              && coversSet(w.acts(), n.acts());
      case EventPattern.Either _,
          EventPattern.ContactEvent _,
          EventPattern.TagEvent _,
          EventPattern.CallMissed _,
          EventPattern.StageEntered _,
          EventPattern.TaskEvent _,
          EventPattern.NoteAdded _,
          EventPattern.MoneyEvent _,
          EventPattern.DateReached _,
          EventPattern.Scheduled _,
          EventPattern.StartedByHand _,
          EventPattern.StartedByApi _,
          EventPattern.Routed _ ->
          wide.equals(narrow);
    };
  }

  private static boolean coversSaying(Saying wide, Saying narrow) {
    return switch (wide) {
      case Saying.Anything _ -> true;
      case Saying.OptOut _ -> narrow instanceof Saying.OptOut;
      case Saying.AnyOf(var phrases) ->
          narrow instanceof Saying.AnyOf(var others) && phrases.containsAll(others);
    };
  }

  // an empty set restricts nothing
  private static <T> boolean coversSet(Set<T> wide, Set<T> narrow) {
    return wide.isEmpty() || (!narrow.isEmpty() && wide.containsAll(narrow));
  }

  private static <T> boolean coversOptional(Optional<T> wide, Optional<T> narrow) {
    return wide.isEmpty() || wide.equals(narrow);
  }
}
