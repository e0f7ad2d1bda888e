package dev.interlock.app.preflight;

import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Declaration.Waives;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// A finding that somebody answers for in a contract, as it is told before the contract goes live.
///
/// @param at the step, exit or other thing that it is about; empty for the whole contract
/// @param with the other contract, where it is about two; empty where it is about one
/// @param ended whether its last day is over
public record Acceptance(
    String contract,
    String rule,
    String at,
    String with,
    String reason,
    String decidedBy,
    String compensation,
    LocalDate until,
    boolean ended) {

  /// All in the contracts, in their order.
  public static List<Acceptance> in(ContractSet set, LocalDate today) {
    return set.contracts().stream()
        .flatMap(contract ->
            contract.declarations().stream()
                .flatMap(said ->
                    said instanceof Waives waiver
                        ? Stream.of(of(contract.id(), waiver, today))
                        : Stream.of()))
        .toList();
  }

  private static Acceptance of(ContractId contract, Waives waiver, LocalDate today) {
    return new Acceptance(
        contract.text(),
        waiver.rule(),
        waiver.at(),
        waiver.with().map(ContractId::text).orElse(""),
        waiver.reason(),
        waiver.decidedBy(),
        waiver.compensation(),
        waiver.until(),
        waiver.until().isBefore(today));
  }

  /// What is accepted, as a line.
  String words() {
    return rule
        + (at.isEmpty() ? "" : " at " + at)
        + (with.isEmpty() ? "" : " with " + with)
        + " in "
        + contract;
  }
}
