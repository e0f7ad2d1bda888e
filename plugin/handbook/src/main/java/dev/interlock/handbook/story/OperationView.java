package dev.interlock.handbook.story;

import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ExitName;
import dev.interlock.core.run.Entry;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The whole business at one moment: what runs, what ended how, what needs somebody's attention,
/// who was refused and why, and what happened last.
///
/// @param notice what a visitor has to know first, such as that this is a simulation
/// @param zone in which times are told
/// @param facts figures worth a line of their own, in the order in which they are shown
/// @param attention what somebody has to look at, in the order in which it is shown
/// @param waiting who waits for a lane that another workflow holds
/// @param refusals the latest first
/// @param latest lines of all journals, the latest first
public record OperationView(
    Optional<String> notice,
    ZoneId zone,
    Instant now,
    List<Fact> facts,
    List<Workflow> workflows,
    List<Attention> attention,
    List<Waiting> waiting,
    List<Refusal> refusals,
    List<Latest> latest) {
  public OperationView {
    facts = List.copyOf(facts);
    workflows = List.copyOf(workflows);
    attention = List.copyOf(attention);
    waiting = List.copyOf(waiting);
    refusals = List.copyOf(refusals);
    latest = List.copyOf(latest);
  }

  /// A figure with its name. A claim is shown as kept or broken, a mere fact as it is.
  public record Fact(String label, String value, Standing standing) {
    /// What the figure says about the promise behind it.
    public enum Standing {
      FACT,
      KEPT,
      BROKEN
    }

    /// A figure that promises nothing.
    public static Fact of(String label, String value) {
      return new Fact(label, value, Standing.FACT);
    }

    /// A figure that shows whether a promise is kept.
    public static Fact claim(String label, String value, boolean kept) {
      return new Fact(label, value, kept ? Standing.KEPT : Standing.BROKEN);
    }
  }

  /// A workflow in figures.
  ///
  /// @param running runs under way, those included that wait their turn
  /// @param refused contacts who were not admitted
  /// @param ended how many runs left by which exit
  public record Workflow(
      ContractId contract, long running, long refused, Map<ExitName, Long> ended) {
    public Workflow {
      ended = Collections.unmodifiableMap(new TreeMap<>(ended));
    }
  }

  /// Something that somebody has to look at.
  ///
  /// @param words what is wrong and what to do, as a sentence
  public record Attention(
      Instant since, Contact contact, Optional<ContractId> contract, String words) {}

  /// A contact who is to enter a workflow once another one has left them.
  ///
  /// @param words what they wait for, as a sentence
  public record Waiting(
      Instant since, Contact contact, Optional<ContractId> contract, String words) {}

  /// A contact who did not enter.
  ///
  /// @param reasons why, one clause for each reason
  public record Refusal(Instant at, Contact contact, ContractId contract, List<String> reasons) {
    public Refusal {
      reasons = List.copyOf(reasons);
    }
  }

  /// A line of some journal.
  public record Latest(
      Instant at, Contact contact, ContractId contract, Entry.Kind kind, String words) {}
}
