package dev.interlock.simulation;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.core.run.Run;
import dev.interlock.simulation.script.Opening;
import java.time.Instant;
import java.util.List;

/// What stands on the stage while one story is played.
///
/// @param posts the news that are on their way
record Stage(
    Repertoire repertoire,
    Opening opening,
    Clock clock,
    Account account,
    Runs runs,
    Recorder recorder,
    Mailbag mailbag,
    Posts posts) {

  static Stage set(Repertoire repertoire, Opening opening, ContactId contact, Instant begin) {
    Clock clock = new Clock(begin);
    return new Stage(
        repertoire,
        opening,
        clock,
        new Account(contact, opening, clock),
        new Runs(repertoire.set().operation(), opening.zone()),
        new Recorder(clock),
        new Mailbag(),
        new Posts(clock));
  }

  Deliberation deliberation() {
    return new Deliberation(repertoire, account, clock, runs, recorder);
  }

  World world() {
    return new World(repertoire, account, clock, mailbag, opening.zone());
  }

  Adapter adapter() {
    return new Adapter(repertoire.set().operation(), account, clock);
  }

  /// Nothing more happens by itself at this moment.
  void rests() {
    List<Run> underWay = runs.underWay();
    List<Who> commanded =
        underWay.stream().filter(run -> runs.command(run.id()).isPresent()).map(Who::of).toList();
    recorder.note(
        new Fact.Rests(
            new Situation(
                account.read(),
                underWay,
                commanded,
                !runs.entrants().isEmpty() || posts.isAnyLate(),
                !account.openTasks().isEmpty())));
  }
}
