package dev.interlock.app.casebook;

import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.LaneClaim;
import dev.interlock.contract.model.LaneName;
import dev.interlock.core.program.Program;
import dev.interlock.core.run.Admission.Reason;
import dev.interlock.core.run.Entry.Kind;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.Standing;
import dev.interlock.engine.read.ContactStory.Heard;
import dev.interlock.engine.read.ContactStory.Moment;
import dev.interlock.engine.read.ContactStory.Noted;
import dev.interlock.engine.read.ContactStory.Refused;
import dev.interlock.engine.read.EntryLine;
import dev.interlock.engine.read.RunDetail;
import dev.interlock.handbook.story.Contact;
import dev.interlock.handbook.story.ContactStory;
import dev.interlock.handbook.story.ContactStory.Ending;
import dev.interlock.handbook.story.ContactStory.Line;
import dev.interlock.handbook.story.ContactStory.Place;
import dev.interlock.handbook.words.StandingWords;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells a contact's story in words.
record StoryPage(Versions versions, ZoneId zone, Instant now) {

  ContactStory tell(dev.interlock.engine.read.ContactStory stored) {
    var quotes =
        new Quotes(stored.runs().stream().flatMap(run -> run.commands().stream()).toList());
    return new ContactStory(
        new Contact(stored.contact().text(), stored.name()),
        zone,
        now,
        places(stored),
        stored.runs().stream()
            .flatMap(run -> ending(run).stream())
            .sorted(Comparator.comparing(Ending::endedAt).reversed())
            .toList(),
        stored.timeline().stream().map(moment -> line(moment, quotes)).toList());
  }

  private List<Place> places(dev.interlock.engine.read.ContactStory stored) {
    Map<LaneName, ContractId> holders = new HashMap<>();
    for (RunDetail run : stored.runs()) {
      run.lanes().forEach(lane -> holders.put(lane.lane(), lane.contract()));
    }
    return Stream.concat(
            stored.runs().stream().flatMap(run -> place(run, holders).stream()),
            stored.entering().stream().map(entry -> place(entry, holders)))
        .toList();
  }

  private Place place(EntryLine entry, Map<LaneName, ContractId> holders) {
    var words = new LaneWaits(versions.titles());
    Optional<ContractId> holder = Optional.ofNullable(holders.get(entry.lane()));
    return new Place(
        entry.contract(),
        entry.since(),
        words.entering(entry, holder),
        words.afterwards(holder),
        Optional.empty());
  }

  private Optional<Place> place(RunDetail detail, Map<LaneName, ContractId> holders) {
    Run run = detail.run();
    if (run.standing().isOver()) {
      return Optional.empty();
    }
    var words = versions.words().standings();
    var program = versions.program(run.contract(), run.contractHash());
    return Optional.of(
        new Place(
            run.contract(),
            run.begunAt(),
            program
                .flatMap(known -> inTurn(known, run.standing(), holders))
                .or(() -> program.map(known -> words.where(known, run.standing())))
                .orElse("The run " + detail.summary().state().words() + "."),
            program.map(known -> words.next(known, run.standing())).orElse(""),
            run.standing().alarm()));
  }

  private Optional<String> inTurn(
      Program program, Standing standing, Map<LaneName, ContractId> holders) {
    if (!standing.isInTurn() || !(program.contract().lane() instanceof LaneClaim.InLane claim)) {
      return Optional.empty();
    }
    var words = new LaneWaits(versions.titles());
    Optional<ContractId> holder = Optional.ofNullable(holders.get(claim.lane()));
    return Optional.of(
        standing instanceof Standing.Paused
            ? words.pausedInTurn(claim.lane(), holder)
            : words.inTurn(claim.lane(), holder));
  }

  private static Optional<Ending> ending(RunDetail detail) {
    Run run = detail.run();
    return run.standing() instanceof Standing.Ended(var exit, _, var at, var proof)
        ? Optional.of(
            new Ending(
                run.contract(),
                exit,
                run.begunAt(),
                at,
                !(proof instanceof Standing.Proof.Unverified),
                StandingWords.proof(proof)))
        : Optional.empty();
  }

  private Line line(Moment moment, Quotes quotes) {
    return switch (moment) {
      case Heard(var event) ->
          new Line(
              event.heardAt(),
              Optional.empty(),
              Kind.HEARD,
              "",
              event.words(),
              event.what().flatMap(StoryPage::quote));
      case Refused(var refusal) ->
          new Line(
              refusal.at(),
              Optional.of(refusal.contract()),
              Kind.TURNED_AWAY,
              "",
              "Not admitted: "
                  + refusal.reasons().stream().map(Reason::words).collect(Collectors.joining("; "))
                  + ".",
              Optional.empty());
      case Noted(var run, var line) ->
          new Line(
              line.at(),
              Optional.of(run.contract()),
              line.kind(),
              line.step(),
              line.words(),
              quotes.take(line));
    };
  }

  private static Optional<String> quote(Happening what) {
    return what instanceof Happening.MessageReceived(_, _, var text) && !text.isBlank()
        ? Optional.of(text)
        : Optional.empty();
  }
}
