package dev.interlock.verifier.prove.world;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Continuation;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.LaneClaim;
import dev.interlock.contract.model.LaneClaim.WhenOccupied;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.RunKey;
import dev.interlock.contract.text.ContentHash;
import dev.interlock.simulation.Changeover;
import dev.interlock.verifier.walk.Conditioned;
import dev.interlock.verifier.walk.Guards;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Everything that what can happen to some contracts of a set depends on, as one hash: what they
/// say themselves, the operation, and of all others only what surroundings show of them.
///
/// So whoever changes what one contract says, or waits for, or in which order it does things, need
/// not have proved again what others do among themselves. What they do share are the constants that
/// anybody compares a field of theirs with, and what triggers hear of our own writes. Two studies
/// of one hash are the same machine, which a test compares.
///
/// For sets in which no two contracts share a name.
///
/// Safe for any number of threads.
public final class Premises {
  private static final String NOWHERE = "no lane";

  private final Survey survey;
  private final String operation;
  private final List<String> heard;
  private final IdentityHashMap<Contract, Set<String>> shown = new IdentityHashMap<>();
  private final IdentityHashMap<Contract, String> hashes = new IdentityHashMap<>();
  private final Map<String, Integer> shownBy = new TreeMap<>();

  private Premises(Survey survey) {
    this.survey = survey;
    this.operation = ContentHash.of(survey.set().operation()).hex();
    this.heard = survey.heard().stream().map(Object::toString).distinct().sorted().toList();
    for (Contract contract : survey.set().contracts()) {
      Set<String> all = shown(contract);
      shown.put(contract, all);
      hashes.put(contract, ContentHash.of(contract).hex());
      all.forEach(one -> shownBy.merge(one, 1, Integer::sum));
    }
  }

  /// What studies of contracts of the set depend on.
  public static Premises of(Survey survey) {
    return new Premises(survey);
  }

  /// The hash of what the answers to some questions about these contracts depend on.
  ///
  /// @param studied contracts of the set; one that is named twice has two runs at once
  /// @param asked what is asked
  public String hashOf(List<Contract> studied, List<String> asked) {
    List<String> all = new ArrayList<>(List.of(operation));
    all.addAll(heard);
    all.add("asked");
    all.addAll(asked);
    for (Contract contract : studied) {
      all.add("contract " + known(hashes, contract));
      fields(contract).forEach(field -> tell(field, all));
      insiders(contract).forEach(id -> all.add(told(id, studied)));
    }
    all.add(
        survey.set().contracts().stream().anyMatch(one -> isOutside(one, studied))
            ? "among others"
            : "by themselves");
    for (Map.Entry<String, Integer> entry : shownBy.entrySet()) {
      if (entry.getValue() > showing(entry.getKey(), studied)) {
        all.add(entry.getKey());
      }
    }
    routes(studied).forEach(all::add);
    all.addAll(versions(studied));
    return hash(all);
  }

  /// Where versions go live and that makes a difference to what is studied: which, and what they
  /// say.
  private List<String> versions(List<Contract> studied) {
    Changeover changeover = survey.changeover();
    List<Contract> versioned =
        survey.set().contracts().stream()
            .filter(one ->
                changeover.concerns(one.id())
                    || studied.stream().anyMatch(other -> isAnotherVersion(one, other)))
            .toList();
    boolean differs =
        versioned.stream()
            .anyMatch(one ->
                studied.contains(one)
                    || studied.stream().anyMatch(other -> isAnotherVersion(one, other)));
    return differs
        ? versioned.stream()
            .map(one ->
                "%s %s %s %s"
                    .formatted(
                        changeover.contractOf(one.id()),
                        changeover.takesEntries(one.id(), false) ? "before" : "not before",
                        changeover.takesEntries(one.id(), true) ? "after" : "not after",
                        known(hashes, one)))
            .toList()
        : List.of();
  }

  private boolean isAnotherVersion(Contract one, Contract other) {
    return !one.id().equals(other.id()) && survey.changeover().isOne(one.id(), other.id());
  }

  private static boolean isOutside(Contract contract, List<Contract> studied) {
    return contract.key() != RunKey.CONTACT
        || studied.stream().noneMatch(one -> one.id().equals(contract.id()));
  }

  /// By how many contracts it is shown that are not outside.
  private int showing(String one, List<Contract> studied) {
    int count = 0;
    for (int i = 0; i < studied.size(); i++) {
      Contract contract = studied.get(i);
      boolean isFirst = studied.indexOf(contract) == i;
      if (isFirst && contract.key() == RunKey.CONTACT && known(shown, contract).contains(one)) {
        count++;
      }
    }
    return count;
  }

  /// What a contract outside shows of itself: what it writes, what of it is heard, and the lane in
  /// which it does so.
  private Set<String> shown(Contract contract) {
    Set<String> all = new TreeSet<>();
    String lane = lane(contract);
    Survey.Outline outline = survey.outline(contract);
    Writing writing = new Writing(new Account(survey));
    writing
        .of(outline)
        .forEach(effect -> {
          List<String> told =
              effect.happenings().stream().filter(survey::isHeard).map(Object::toString).toList();
          if (!effect.writes().isEmpty() || !told.isEmpty()) {
            all.add("%s: %s %s".formatted(lane, effect.writes(), told));
          }
        });
    if (contract.lane() instanceof LaneClaim.InLane(_, var occupied, var priority, _)) {
      all.add("taken " + lane);
      if (occupied instanceof WhenOccupied.Displace) {
        all.add("displaces in %s with %d".formatted(lane, priority));
      }
    }
    return all;
  }

  private static String lane(Contract contract) {
    return contract.lane() instanceof LaneClaim.InLane(var lane, _, _, _)
        ? "lane " + lane
        : NOWHERE;
  }

  private List<FieldName> fields(Contract contract) {
    Survey.Outline outline = survey.outline(contract);
    Stream<FieldName> read =
        questions(contract)
            .flatMap(question ->
                question instanceof Condition.FieldIs(var field, _)
                    ? Stream.of(field)
                    : Stream.empty());
    Stream<FieldName> written =
        outline.actions().stream()
            .flatMap(action ->
                switch (action) {
                  case Action.SetField(var field, _) -> Stream.of(field);
                  case Action.ClearField(var field) -> Stream.of(field);
                  case Action _ -> Stream.empty();
                });
    Stream<FieldName> left =
        outline.leaves().stream()
            .flatMap(leaves ->
                leaves instanceof Leaves.FieldSet(var field, _)
                    ? Stream.of(field)
                    : Stream.empty());
    return Stream.of(read, written, left).flatMap(fields -> fields).distinct().toList();
  }

  private void tell(FieldName field, List<String> all) {
    all.add("field " + field);
    all.addAll(survey.cells(field));
    all.add(survey.isDate(field) ? "dates" : "texts");
  }

  private static <T> T known(IdentityHashMap<Contract, T> of, Contract contract) {
    T known = of.get(contract);
    if (known == null) {
      throw new IllegalArgumentException(contract.id() + " is not of this set");
    }
    return known;
  }

  /// Contracts that it asks whether the contact is inside of.
  private static List<ContractId> insiders(Contract contract) {
    return questions(contract)
        .flatMap(question ->
            question instanceof Condition.Inside(var id) ? Stream.of(id) : Stream.empty())
        .distinct()
        .toList();
  }

  private String told(ContractId id, List<Contract> studied) {
    return survey.set().contracts().stream()
        .filter(one -> one.id().equals(id) && isOutside(one, studied))
        .map(one ->
            Runs.waitsInTurn(one)
                ? "%s outside, or in turn for %s".formatted(id, lane(one))
                : "%s outside in %s".formatted(id, lane(one)))
        .findFirst()
        .orElse(id + " not outside");
  }

  private static Stream<Condition> questions(Contract contract) {
    return Conditioned.in(contract).flatMap(asked -> Guards.questions(asked.condition()));
  }

  /// Routes from outside to what is studied.
  private Set<String> routes(List<Contract> studied) {
    Set<String> all = new TreeSet<>();
    for (Contract contract : survey.set().contracts()) {
      if (isOutside(contract, studied)) {
        contract
            .allExits()
            .forEach(exit -> {
              if (exit.continuation() instanceof Continuation.RoutesTo(var to, _)
                  && studied.stream().anyMatch(one -> one.id().equals(to))) {
                all.add("%s routes to %s".formatted(lane(contract), to));
              }
            });
      }
    }
    return all;
  }

  private static String hash(List<String> all) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String one : all) {
        byte[] bytes = one.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + " ").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
