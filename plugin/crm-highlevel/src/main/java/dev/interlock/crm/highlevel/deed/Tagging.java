package dev.interlock.crm.highlevel.deed;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.model.TagName;
import dev.interlock.crm.Sent;
import dev.interlock.crm.highlevel.contact.TagsSeen;
import dev.interlock.crm.highlevel.wire.Answer;
import dev.interlock.crm.highlevel.wire.WireContact;
import java.util.List;

/// Adds and removes tags.
///
/// What is so already is not written again, and so does not come back as an event. Where the
/// contact was read a moment ago and there was something to do, it is done in one call; else it is
/// looked at first.
record Tagging(Account account, TagsSeen seen) {

  Sent add(ContactId contact, TagName tag) {
    boolean lacksIt = seen.of(contact).filter(tags -> spellings(tags, tag).isEmpty()).isPresent();
    return lacksIt
        ? put(contact, tag)
        : account
            .contact(contact)
            .end(found -> has(found, tag) ? new Sent.AlreadySo() : put(contact, tag));
  }

  private Sent put(ContactId contact, TagName tag) {
    var answer = account.api().contacts().addTags(contact.text(), List.of(tag.text()));
    if (answer instanceof Answer.Ok) {
      seen.added(contact, tag.text());
    } else {
      seen.forget(contact);
    }
    return account.finish(contact, answer);
  }

  /// A tag is removed in the spelling that the contact has it in.
  Sent remove(ContactId contact, TagName tag) {
    List<String> lately = seen.of(contact).map(tags -> spellings(tags, tag)).orElse(List.of());
    return lately.isEmpty()
        ? account.contact(contact).end(found -> removed(contact, spellings(found.tags(), tag)))
        : removed(contact, lately);
  }

  private Sent removed(ContactId contact, List<String> spellings) {
    if (spellings.isEmpty()) {
      return new Sent.AlreadySo();
    }
    var answer = account.api().contacts().removeTags(contact.text(), spellings);
    if (answer instanceof Answer.Ok) {
      seen.removed(contact, spellings);
    } else {
      seen.forget(contact);
    }
    return account.finish(contact, answer);
  }

  static boolean has(WireContact contact, TagName tag) {
    return !spellings(contact.tags(), tag).isEmpty();
  }

  private static List<String> spellings(List<String> tags, TagName tag) {
    return tags.stream().filter(each -> new TagName(each).equals(tag)).toList();
  }
}
