package dev.interlock.crm.highlevel.deed;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.model.FieldName;
import dev.interlock.crm.Sent;
import dev.interlock.crm.highlevel.contact.FieldTexts;
import dev.interlock.crm.highlevel.names.ContactFields.Bound;
import dev.interlock.crm.highlevel.wire.ContactChange;
import dev.interlock.crm.highlevel.wire.FieldValue;
import dev.interlock.crm.highlevel.wire.WireContact;
import dev.interlock.crm.highlevel.wire.WireCustomField;
import dev.interlock.crm.highlevel.wire.WireUser;
import java.util.List;

/// Changes what stands in a contact: fields, the assigned user.
///
/// Each looks first. It costs a call, but what is so already is not written again, and so does not
/// come back as an event.
record Particulars(Account account) {
  Sent setField(ContactId contact, FieldName name, String value) {
    String text = value.strip();
    if (text.isEmpty()) {
      return clearField(contact, name);
    }
    return account
        .field(contact, name)
        .then(field -> offered(field, name, text))
        .end(field -> write(contact, field, text));
  }

  Sent clearField(ContactId contact, FieldName name) {
    return account.field(contact, name).end(field -> write(contact, field, ""));
  }

  /// HighLevel takes an option that it does not know without a word, and forgets it.
  private static SoFar<Bound> offered(Bound field, FieldName name, String text) {
    if (field instanceof Bound.Custom(var custom)) {
      List<String> missing = FieldTexts.notOffered(text, custom);
      if (!missing.isEmpty()) {
        return SoFar.refused(
            "unknown-option",
            "the field '" + name + "' does not offer '" + String.join("', '", missing) + "'");
      }
    }
    return new SoFar.Ready<>(field);
  }

  private Sent write(ContactId contact, Bound field, String text) {
    return account
        .contact(contact)
        .end(found ->
            FieldStates.stands(found, field, text)
                ? new Sent.AlreadySo()
                : account.finish(
                    contact, account.api().contacts().update(contact.text(), change(field, text))));
  }

  private static ContactChange change(Bound field, String text) {
    return switch (field) {
      case Bound.Standard(var standard) -> ContactChange.none().with(standard.wire(), text);
      case Bound.Custom(var custom) -> ContactChange.none().with(custom.id(), value(custom, text));
    };
  }

  private static FieldValue value(WireCustomField field, String text) {
    return text.isEmpty() ? new FieldValue.Text("") : FieldTexts.written(text, field);
  }

  Sent assign(ContactId contact, String user) {
    return account
        .user(contact, user)
        .end(whom -> account.contact(contact).end(found -> assign(contact, found, whom)));
  }

  private Sent assign(ContactId contact, WireContact found, WireUser whom) {
    if (found.assignedTo().filter(whom.id()::equals).isPresent()) {
      return new Sent.AlreadySo();
    }
    var change = ContactChange.none().with(ContactChange.Field.ASSIGNED_TO, whom.id());
    return account.finish(contact, account.api().contacts().update(contact.text(), change));
  }
}
