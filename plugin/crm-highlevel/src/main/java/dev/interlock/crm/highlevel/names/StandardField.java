package dev.interlock.crm.highlevel.names;

import dev.interlock.contract.contact.StandardFields;
import dev.interlock.contract.model.FieldName;
import dev.interlock.crm.highlevel.wire.ContactChange;
import java.util.Arrays;
import java.util.Optional;

/// The fields that every contact has, under the names that contracts use for them.
public enum StandardField {
  FIRST_NAME(StandardFields.FIRST_NAME, ContactChange.Field.FIRST_NAME),
  LAST_NAME(StandardFields.LAST_NAME, ContactChange.Field.LAST_NAME),
  COMPANY(StandardFields.COMPANY, ContactChange.Field.COMPANY_NAME),
  SOURCE(StandardFields.SOURCE, ContactChange.Field.SOURCE),
  BIRTHDAY(StandardFields.BIRTHDAY, ContactChange.Field.DATE_OF_BIRTH),
  CITY(StandardFields.CITY, ContactChange.Field.CITY),
  STATE(StandardFields.STATE, ContactChange.Field.STATE),
  POSTAL_CODE(StandardFields.POSTAL_CODE, ContactChange.Field.POSTAL_CODE),
  COUNTRY(StandardFields.COUNTRY, ContactChange.Field.COUNTRY),
  WEBSITE(StandardFields.WEBSITE, ContactChange.Field.WEBSITE);

  private final String called;
  private final ContactChange.Field wire;

  StandardField(FieldName called, ContactChange.Field wire) {
    this.called = called.text();
    this.wire = wire;
  }

  public FieldName called() {
    return new FieldName(called);
  }

  public ContactChange.Field wire() {
    return wire;
  }

  static Optional<StandardField> of(FieldName name) {
    return Arrays.stream(values()).filter(field -> field.called.equals(name.text())).findFirst();
  }
}
