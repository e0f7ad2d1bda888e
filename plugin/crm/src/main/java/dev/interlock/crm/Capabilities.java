package dev.interlock.crm;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.Message;
import java.util.Optional;

/// What a CRM can carry, told when a contract is checked and never at run time. Each answer is the
/// reason why not, in a sentence with the way round; empty when it can.
public interface Capabilities {
  /// The CRM's name.
  String crm();

  /// Why the CRM does not report such an event.
  Optional<String> whyNot(EventPattern event);

  /// Why the CRM cannot answer such a condition.
  Optional<String> whyNot(Condition condition);

  /// Why the CRM cannot do such a thing.
  Optional<String> whyNot(Action action);

  /// Why the CRM cannot send such a message.
  Optional<String> whyNot(Message message);
}
