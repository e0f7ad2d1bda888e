package dev.interlock.verifier.prove.world;

import dev.interlock.contract.model.AutomationName;
import dev.interlock.contract.model.CalendarName;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.TagName;

/// One thing about a contact that contracts read or write.
public sealed interface Attribute {
  record Tag(TagName tag) implements Attribute {}

  record Field(FieldName field) implements Attribute {}

  /// Where the contact's deal stands: nowhere, or at one of the stages in their order.
  record Stage(PipelineName pipeline) implements Attribute {}

  record Status(PipelineName pipeline) implements Attribute {}

  record Address(Channel channel) implements Attribute {}

  record Consent(Channel channel) implements Attribute {}

  /// How the contact's latest appointment stands.
  record Diary(CalendarName calendar) implements Attribute {}

  /// A declared automation was started by something that it starts on.
  record Started(AutomationName automation) implements Attribute {}

  /// A question of which nothing is modelled but its answer, which may change at any time: the time
  /// of day, a deal's value, whether a run of a contract outside the study is under way.
  record Question(Condition condition) implements Attribute {}
}
