package dev.interlock.verifier.rule;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.Message;
import java.util.Optional;
import java.util.function.Function;

/// What one CRM cannot carry, told by its adapter: each function gives the reason why not, and
/// nothing when it can. Plain functions, so that the verifier needs to know no adapter.
///
/// Events and conditions are asked whole, with their alternatives: an adapter knows best whether
/// one of them makes up for another.
///
/// @param crm the CRM's name
public record CrmLimits(
    String crm,
    Function<EventPattern, Optional<String>> event,
    Function<Condition, Optional<String>> condition,
    Function<Action, Optional<String>> action,
    Function<Message, Optional<String>> message) {}
