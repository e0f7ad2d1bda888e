package dev.interlock.app.casebook;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.engine.read.Records;
import dev.interlock.engine.store.Subscriptions.Subscription;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// One of the CRM's own workflows that waits for ends of runs, for people.
///
/// @param workflow as the CRM numbers it
/// @param words what it waits for
/// @param fault why it never begins; empty when it does
public record WaitingWorkflow(String workflow, String words, String fault) {

  /// Those of an account.
  ///
  /// @param contracts that are live there, or have runs under way
  public static List<WaitingWorkflow> of(
      Records records, InstallationId account, Set<String> contracts) {
    return records.subscriptions(account).stream().map(each -> of(each, contracts)).toList();
  }

  private static WaitingWorkflow of(Subscription subscription, Set<String> contracts) {
    String workflow = subscription.workflow().isEmpty() ? "?" : subscription.workflow();
    String whose =
        subscription.contracts().isEmpty() ? "any contract" : names(subscription.contracts());
    String which =
        subscription.exits().isEmpty() ? "by any exit" : "with " + names(subscription.exits());
    return new WaitingWorkflow(
        workflow, whose + " ending " + which, fault(subscription, contracts));
  }

  private static String names(List<?> all) {
    return all.stream().map(Object::toString).collect(Collectors.joining(" or "));
  }

  private static String fault(Subscription subscription, Set<String> contracts) {
    if (!subscription.fault().isEmpty()) {
      return subscription.fault();
    }
    boolean isThere =
        subscription.contracts().isEmpty()
            || subscription.contracts().stream().anyMatch(each -> contracts.contains(each.text()));
    return isThere ? "" : "nothing of that name is live here";
  }
}
