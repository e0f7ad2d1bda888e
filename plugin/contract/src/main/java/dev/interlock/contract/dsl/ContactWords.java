package dev.interlock.contract.dsl;

import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.TagName;

/// What can be asked of the contact.
public record ContactWords() {

  /// There is a number to text and call.
  public Condition hasPhone() {
    return new Condition.HasAddress(Channel.SMS);
  }

  public Condition hasEmail() {
    return new Condition.HasAddress(Channel.EMAIL);
  }

  public Condition hasTag(String tag) {
    return new Condition.HasTag(new TagName(tag));
  }

  public Condition optedOutOf(Channel channel) {
    return new Condition.OptedOut(channel);
  }

  /// Somebody is assigned to the contact.
  public Condition isAssigned() {
    return new Condition.Assigned();
  }

  /// One of the contact's fields.
  public FieldWords field(String name) {
    return new FieldWords(new FieldName(name));
  }
}
