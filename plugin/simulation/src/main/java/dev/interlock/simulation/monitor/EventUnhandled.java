package dev.interlock.simulation.monitor;

import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.Declaration;
import dev.interlock.core.EventsInWords;
import dev.interlock.core.Listening;
import dev.interlock.core.program.Program;
import dev.interlock.core.run.RunId;
import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Fact;
import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.Who;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An event that a run has to answer, that comes while it stands in a waiting step after its first
/// message, and that neither an arm, a handler nor a reasoned `ignores` answers.
///
/// Which events these are follows from the contract, see [Expected]. Decided here: a message that
/// is held back is a waiting step; what came while a command was under way comes when the run rests
/// again.
record EventUnhandled(Repertoire repertoire, Map<ContractId, Expected> expected)
    implements Monitor {
  EventUnhandled(Repertoire repertoire) {
    this(repertoire, Expected.of(repertoire));
  }

  @Override
  public String rule() {
    return "E-EVENT-UNHANDLED";
  }

  @Override
  public List<Breach> watch(Chronicle chronicle) {
    return new Way(rule()).through(chronicle);
  }

  private final class Way extends Reading {
    private final Set<RunId> wrote = new HashSet<>();

    Way(String rule) {
      super(rule);
    }

    @Override
    void read(Fact fact) {
      switch (fact) {
        case Fact.Sent sent -> sent.by().run().map(Who::run).ifPresent(wrote::add);
        case Fact.PassedBy(var who, var event, var at, var waits)
            when waits && wrote.contains(who.run()) && isMissing(who, event.what()) ->
            unhandled(who, event, at);
        case Fact _ -> {}
      }
    }

    private void unhandled(Who who, DomainEvent event, String at) {
      breach(
          List.of(who.contract().text()),
          at,
          "in *%s*, waiting at *%s*: %s, and nothing listens"
              .formatted(who.contract(), at, EventsInWords.words(event.what())));
    }
  }

  private boolean isMissing(Who who, Happening what) {
    Expected wanted = expected.get(who.contract());
    return wanted != null && wanted.has(what) && !isIgnored(who.contract(), what);
  }

  private boolean isIgnored(ContractId id, Happening what) {
    return repertoire.program(id).map(Program::contract).stream()
        .map(Contract::declarations)
        .flatMap(List::stream)
        .anyMatch(said ->
            said instanceof Declaration.Ignores(var pattern, _, _)
                && Listening.matches(pattern, what));
  }
}
