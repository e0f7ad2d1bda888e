package dev.interlock.app.preflight;

import dev.interlock.crm.inventory.Guide;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/// A plan for machines.
///
/// @param ok whether nothing is left to do
/// @param accepted what somebody answers for in the contracts
public record AccountPlanData(
    boolean ok,
    String account,
    String name,
    String zone,
    List<String> contracts,
    Counts counts,
    List<Entry> lines,
    List<Acceptance> accepted) {

  /// A line.
  ///
  /// @param state `present`, `create`, `yours`, `ambiguous`, `drifted` or `unknown`
  /// @param open whether something is left to do about it, or it could not be read this time
  /// @param apply whether `interlock apply` makes it
  /// @param path where in the CRM a person sees to it; empty where nobody has to
  /// @param id the CRM's, where the name is bound to one
  public record Entry(
      String group,
      String within,
      String name,
      String state,
      boolean open,
      boolean apply,
      String words,
      String path,
      String id,
      List<String> by) {}

  /// That of a plan.
  public static AccountPlanData of(
      AccountPlan plan, List<String> contracts, Guide guide, List<Acceptance> accepted) {
    var account = plan.inventory();
    return new AccountPlanData(
        plan.isDone(),
        account.installation().text(),
        account.name(),
        account.zone().map(ZoneId::getId).orElse(""),
        contracts,
        Counts.of(plan),
        plan.lines().stream().map(line -> entry(line, guide)).toList(),
        accepted);
  }

  private static Entry entry(Line line, Guide guide) {
    return switch (line.state()) {
      case State.Present(var note) -> entry(line, "present", note, "");
      case State.Creates(_, var note) -> entry(line, "create", note, "");
      case State.Yours(var what, var chore) -> entry(line, "yours", what, guide.path(chore));
      case State.Ambiguous(var count, var chore) ->
          entry(line, "ambiguous", count + " have this name", guide.path(chore));
      case State.Drifted(var what, var chore, _) -> entry(line, "drifted", what, guide.path(chore));
      case State.Unknown(var why, _) -> entry(line, "unknown", why, "");
    };
  }

  private static Entry entry(Line line, String state, String words, String path) {
    return new Entry(
        line.group().name().toLowerCase(Locale.ROOT),
        line.within(),
        line.name(),
        state,
        line.state().isOpen(),
        line.state().creatable().isPresent(),
        words,
        path,
        line.binding().map(binding -> binding.id()).orElse(""),
        List.copyOf(line.by()));
  }
}
