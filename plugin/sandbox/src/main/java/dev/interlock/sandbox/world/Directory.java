package dev.interlock.sandbox.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What the location has besides contacts: colleagues, tags, fields, values, and forms.
public final class Directory {
  private final Ground ground;
  private final Location location;
  private final List<Colleague> colleagues = new ArrayList<>();
  private final Map<String, Tag> tags = new LinkedHashMap<>();
  private final List<CustomField> customFields = new ArrayList<>();
  private final Map<String, CustomValue> customValues = new LinkedHashMap<>();
  private final List<Form> forms = new ArrayList<>();

  Directory(Ground ground, Location location) {
    this.ground = ground;
    this.location = location;
  }

  /// The location itself.
  public Location location() {
    return location;
  }

  /// Adds a colleague.
  public Colleague addColleague(String firstName, String lastName, String email, String role) {
    var id = ground.fixedId("user", email);
    var colleague = new Colleague(id, firstName, lastName, email, role);
    colleagues.add(colleague);
    return colleague;
  }

  /// All colleagues.
  public List<Colleague> colleagues() {
    return List.copyOf(colleagues);
  }

  /// The tag with a name, which comes into being when there is none yet.
  public Tag tagNamed(String name) {
    var lower = name.strip().toLowerCase(Locale.ROOT);
    return tags.computeIfAbsent(lower, key -> new Tag(ground.fixedId("tag", key), key));
  }

  /// All tags.
  public List<Tag> tags() {
    return List.copyOf(tags.values());
  }

  /// Adds a field.
  public CustomField addCustomField(
      String name, String dataType, String model, List<String> options) {
    var id = ground.newId("field", model + "." + name);
    var field = new CustomField(id, name, key(model, name), dataType, model, options);
    customFields.add(field);
    return field;
  }

  /// All fields.
  public List<CustomField> customFields() {
    return List.copyOf(customFields);
  }

  /// The field with an id, or else with a key.
  public Optional<CustomField> customField(String id, String key) {
    return byKey(CustomField::id, id).or(() -> byKey(CustomField::key, key));
  }

  private Optional<CustomField> byKey(Function<CustomField, String> property, String wanted) {
    return customFields.stream().filter(field -> property.apply(field).equals(wanted)).findFirst();
  }

  /// Sets a constant of the location, new or known by its name.
  public CustomValue setCustomValue(String name, String value) {
    var id = ground.fixedId("value", name);
    var custom = new CustomValue(id, name, "{{ " + key("custom_values", name) + " }}", value);
    customValues.put(id, custom);
    return custom;
  }

  /// Changes a constant of the location.
  public CustomValue editCustomValue(String id, String name, String value) {
    var custom = new CustomValue(id, name, "{{ " + key("custom_values", name) + " }}", value);
    customValues.put(id, custom);
    return custom;
  }

  /// All constants of the location.
  public List<CustomValue> customValues() {
    return List.copyOf(customValues.values());
  }

  /// Adds a form.
  public Form addForm(String name) {
    var form = new Form(ground.fixedId("form", name), name);
    forms.add(form);
    return form;
  }

  /// All forms.
  public List<Form> forms() {
    return List.copyOf(forms);
  }

  private static String key(String prefix, String name) {
    var plain = name.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    return prefix + "." + plain;
  }
}
