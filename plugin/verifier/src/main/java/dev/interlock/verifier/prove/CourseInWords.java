package dev.interlock.verifier.prove;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.verifier.prove.claim.Claim;
import dev.interlock.verifier.prove.diagram.Course;
import dev.interlock.verifier.prove.telling.Story;
import dev.interlock.verifier.prove.world.Event;
import dev.interlock.verifier.prove.world.Seat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Tells a course that nobody could play, in a line for each move that matters.
record CourseInWords(ContractSet set) {

  List<String> of(Course<Event> course, Claim.Never claim) {
    List<String> lines = new ArrayList<>(of(course));
    claim.then().flatMap(move -> words(move.what())).ifPresent(lines::add);
    return lines;
  }

  List<String> of(Course<Event> course) {
    return course.moves().stream()
        .map(stage -> words(stage.move().what()))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<String> words(Event event) {
    return switch (event) {
      case Event.Acts(var act) -> Story.of(set, act.script());
      case Event.Drifts(var attribute, _) -> Optional.of("changes: " + attribute);
      case Event.TimePasses _ -> Optional.of("time passes");
      case Event.GoesLive _ -> Optional.of("the new version goes live");
      case Event.Begins(var seat) -> Optional.of(name(seat) + " begins");
      case Event.Refused(var contract) -> Optional.of("*%s* turns them away".formatted(contract));
      case Event.Queues(var seat) -> Optional.of(name(seat) + " waits in turn");
      case Event.Displaces(var by, var holder) ->
          Optional.of("*" + by + "* takes the lane from " + name(holder));
      case Event.Withdraws(var seat) -> Optional.of("a colleague withdraws " + name(seat));
      case Event.Hears(_, _, _, Event.By.Nobody _) -> Optional.empty();
      case Event.Hears(var seat, var place, _, _) ->
          Optional.of("%s hears it at *%s*".formatted(name(seat), place));
      case Event.Undelivered(var seat, var place) ->
          Optional.of("*%s* of %s is reported as not delivered".formatted(place, name(seat)));
      case Event.Does(var seat, var place, var way, _, _) ->
          Optional.of(
              way == Event.Way.DONE
                  ? "%s does *%s*".formatted(name(seat), place)
                  : "%s at *%s*: %s"
                      .formatted(
                          name(seat),
                          place,
                          way.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
      case Event.Leaves(var seat, _, var exit, _) ->
          Optional.of("%s leaves by *%s*".formatted(name(seat), exit));
      case Event.Outside(var contract, var words, _) ->
          Optional.of("*%s* %s something of its own".formatted(contract, words));
    };
  }

  private static String name(Seat seat) {
    return "*" + seat.id() + "*";
  }
}
