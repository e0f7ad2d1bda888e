package dev.interlock.crm.highlevel.names;

import dev.interlock.contract.model.FieldName;
import dev.interlock.crm.highlevel.wire.WireCustomField;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The fields of contacts: the standard ones, and the account's own.
public record ContactFields(Named<WireCustomField> custom, List<WireCustomField> all) {

  /// A field, bound.
  public sealed interface Bound {
    record Standard(StandardField field) implements Bound {}

    record Custom(WireCustomField field) implements Bound {}
  }

  static ContactFields of(List<WireCustomField> fields) {
    List<WireCustomField> ofContacts = fields.stream().filter(ContactFields::isOfContacts).toList();
    return new ContactFields(
        Named.of(ofContacts, WireCustomField::name, WireCustomField::id), ofContacts);
  }

  /// A standard field wins over one of the account's own that has its name.
  public Lookup<Bound> called(FieldName name) {
    Optional<StandardField> standard = StandardField.of(name);
    if (standard.isPresent()) {
      return new Lookup.One<>(new Bound.Standard(standard.get()));
    }
    return switch (custom.called(name.text())) {
      case Lookup.One<WireCustomField>(var field) -> new Lookup.One<>(new Bound.Custom(field));
      case Lookup.None<WireCustomField> _ -> new Lookup.None<>();
      case Lookup.Several<WireCustomField> _ -> new Lookup.Several<>();
    };
  }

  /// The definition of the field with this id or this key.
  public Optional<WireCustomField> withId(String idOrKey) {
    return all.stream()
        .filter(field ->
            field.id().equals(idOrKey) || field.fieldKey().filter(idOrKey::equals).isPresent())
        .findFirst();
  }

  public Set<FieldName> names() {
    var names = new TreeSet<FieldName>();
    custom.names().forEach(name -> names.add(new FieldName(name)));
    for (StandardField field : StandardField.values()) {
      names.add(field.called());
    }
    return names;
  }

  private static boolean isOfContacts(WireCustomField field) {
    String model = field.model().or(field::fieldKey).orElse("contact");
    return model.startsWith("contact");
  }
}
