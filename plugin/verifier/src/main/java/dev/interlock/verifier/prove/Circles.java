package dev.interlock.verifier.prove;

import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Continuation;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Operation.Automation;
import dev.interlock.contract.model.Trigger.OwnWrites;
import dev.interlock.core.Listening;
import dev.interlock.verifier.prove.world.Survey;
import dev.interlock.verifier.prove.world.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which contracts may set one another off without a person: by routes, by writes that triggers
/// opted in to, and by automations that a write starts.
final class Circles {
  private final Survey survey;
  private final ContractSet set;
  private final Map<ContractId, Set<ContractId>> causes = new HashMap<>();
  private final List<Lead> leads = new ArrayList<>();

  Circles(Survey survey) {
    this.survey = survey;
    this.set = survey.set();
    set.contracts()
        .forEach(contract -> {
          List<Lead> next = leads(contract);
          leads.addAll(next);
          causes.put(
              contract.id(),
              next.stream().map(Lead::to).collect(Collectors.toCollection(LinkedHashSet::new)));
        });
    // what is caused by what is caused: at most as many rounds as there are contracts
    for (int round = 0; round < set.contracts().size(); round++) {
      causes.replaceAll((_, caused) -> andFurther(caused));
    }
  }

  private Set<ContractId> andFurther(Set<ContractId> caused) {
    Set<ContractId> all = new LinkedHashSet<>(caused);
    caused.forEach(one -> all.addAll(causes.getOrDefault(one, Set.of())));
    return all;
  }

  /// Contracts each of which may come to cause itself by way of all others, as groups.
  List<List<Contract>> all() {
    List<List<Contract>> groups = new ArrayList<>();
    Set<ContractId> done = new LinkedHashSet<>();
    for (Contract contract : set.contracts()) {
      if (causes(contract, contract) && done.add(contract.id())) {
        List<Contract> group =
            set.contracts().stream()
                .filter(other -> causes(contract, other) && causes(other, contract))
                .toList();
        group.forEach(member -> done.add(member.id()));
        groups.add(group);
      }
    }
    return groups;
  }

  private boolean causes(Contract one, Contract other) {
    return causes.getOrDefault(one.id(), Set.of()).contains(other.id());
  }

  /// How the contracts of a circle lead directly to one another.
  List<Lead> leadsIn(List<Contract> circle) {
    Set<ContractId> inside = circle.stream().map(Contract::id).collect(Collectors.toSet());
    return leads.stream()
        .filter(lead -> inside.contains(lead.from()) && inside.contains(lead.to()))
        .toList();
  }

  private List<Lead> leads(Contract contract) {
    ContractId from = contract.id();
    List<Happening> ours = Told.byWritesOf(survey, contract);
    List<Happening> automated = automatedAfter(ours);
    List<Lead> next = new ArrayList<>();
    contract
        .allExits()
        .forEach(exit -> {
          if (exit.continuation() instanceof Continuation.RoutesTo(var to, _)) {
            next.add(new Lead(from, to, "exit *%s* routes there".formatted(exit.name())));
          }
        });
    for (Contract other : set.contracts()) {
      if (other.trigger().ownWrites() == OwnWrites.HEARD && listens(other, ours.stream())) {
        next.add(new Lead(from, other.id(), "its trigger hears what we write"));
      } else if (listens(other, automated.stream())) {
        next.add(new Lead(from, other.id(), "its trigger hears what an automation writes then"));
      }
    }
    return next;
  }

  /// What automations write once this has happened, one of them setting off the next.
  private List<Happening> automatedAfter(List<Happening> happened) {
    Set<Automation> started = new LinkedHashSet<>();
    List<Happening> written = new ArrayList<>();
    List<Happening> news = happened;
    while (!news.isEmpty()) {
      List<Happening> now = news;
      List<Automation> next =
          set.operation().automations().stream()
              .filter(one -> !started.contains(one) && isStarted(one, now))
              .toList();
      started.addAll(next);
      news = next.stream().flatMap(one -> Told.byWritesOf(survey, one)).toList();
      written.addAll(news);
    }
    return written;
  }

  private static boolean isStarted(Automation automation, List<Happening> happenings) {
    return automation.startsOn().stream()
        .anyMatch(
            pattern -> happenings.stream().anyMatch(what -> Listening.matches(pattern, what)));
  }

  private static boolean listens(Contract contract, Stream<Happening> happenings) {
    return happenings.anyMatch(what -> Listening.matches(contract.trigger().event(), what));
  }
}
