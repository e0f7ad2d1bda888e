package dev.interlock.app.fleet;

import dev.interlock.app.action.Actions;
import dev.interlock.app.action.CallGuard;
import dev.interlock.app.trigger.Options;
import dev.interlock.app.trigger.Subscriptions;
import dev.interlock.app.web.Called;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.crm.highlevel.webhook.WebhookSignature;
import dev.interlock.engine.Engine;
import dev.interlock.engine.store.Accounts.Account;
import dev.interlock.engine.store.Accounts.State;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What HighLevel's own workflows may call, for all accounts of the fleet.
///
/// @param whyShut why nothing can be taken in at the moment; empty when it can
record WorkflowCalls(
    FleetPlan plan, Engine engine, Roll roll, Members members, Supplier<Optional<String>> whyShut) {

  /// Those that are let in by this secret, by their paths.
  Map<String, Called> with(String secret) {
    var guard = new CallGuard(secret, WebhookSignature.by(plan.market().webhookKeys()));
    var actions =
        new Actions(
            guard,
            account -> members.find(account).flatMap(member -> member.tenant().operator()),
            roll::isIn,
            engine.records());
    return Map.of(
        "/actions/start",
        actions,
        "/actions/options",
        options(guard, Options.Module.ACTION),
        "/triggers/subscription",
        new Subscriptions(guard, whyShut, plan.market().api().triggers(), engine, plan.clock()),
        "/triggers/options",
        options(guard, Options.Module.TRIGGER));
  }

  private Called options(CallGuard guard, Options.Module module) {
    return new Options(
        guard,
        module,
        this::live,
        () ->
            roll.all().stream()
                .filter(account -> account.state() != State.REMOVED)
                .map(Account::id)
                .toList());
  }

  private Optional<ContractSet> live(InstallationId account) {
    return members.find(account).flatMap(member -> member.tenant().live());
  }
}
