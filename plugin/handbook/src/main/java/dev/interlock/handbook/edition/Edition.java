package dev.interlock.handbook.edition;

import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ExitName;
import dev.interlock.verifier.finding.Report;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What is known about a set of contracts besides the contracts themselves.
///
/// @param report what the verifier found; empty when it was not asked
/// @param counts live figures by contract; a contract without an entry shows none
/// @param unfounded why what was proved of a contract is no longer founded
public record Edition(
    Optional<Report> report,
    Map<ContractId, Counts> counts,
    Map<ContractId, List<String>> unfounded) {
  public Edition {
    unfounded = Map.copyOf(unfounded);
    counts = Collections.unmodifiableMap(new TreeMap<>(counts));
  }

  /// Nothing but the contracts.
  public static Edition bare() {
    return new Edition(Optional.empty(), Map.of(), Map.of());
  }

  /// The same edition with what the verifier found.
  public Edition verified(Report found) {
    return new Edition(Optional.of(found), counts, unfounded);
  }

  /// The same edition with live figures.
  public Edition counted(Map<ContractId, Counts> figures) {
    return new Edition(report, figures, unfounded);
  }

  /// The same edition, in which what was proved of some contracts is no longer founded.
  public Edition unfounded(Map<ContractId, List<String>> why) {
    return new Edition(report, counts, why);
  }

  /// The figures of a contract.
  public Counts countsOf(ContractId contract) {
    return counts.getOrDefault(contract, Counts.none());
  }

  /// How many runs of each counted contract are under way.
  public Map<ContractId, Long> running() {
    Map<ContractId, Long> running = new TreeMap<>();
    counts.forEach((contract, figures) -> running.put(contract, figures.running()));
    return running;
  }

  /// How many runs of the contract are under way; none when nobody counted.
  public List<Long> running(ContractId contract) {
    return counts.containsKey(contract) ? List.of(countsOf(contract).running()) : List.of();
  }

  /// How many runs of the contract left by the exit; none when nobody counted.
  public List<Long> ended(ContractId contract, ExitName exit) {
    return counts.containsKey(contract)
        ? List.of(countsOf(contract).ended().getOrDefault(exit, 0L))
        : List.of();
  }
}
