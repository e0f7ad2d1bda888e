package dev.interlock.sandbox.world;

import dev.interlock.sandbox.records.By;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The contacts.
public final class Contacts {
  private final Ground ground;
  private final Directory directory;
  private final Map<String, Contact> byId = new LinkedHashMap<>();

  Contacts(Ground ground, Directory directory) {
    this.ground = ground;
    this.directory = directory;
  }

  /// The contact with an id.
  public Optional<Contact> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// The contact with an id that is known to exist.
  public Contact known(String id) {
    return find(id).orElseThrow(() -> new NoSuchElementException("no contact " + id));
  }

  /// All contacts, oldest first.
  public List<Contact> all() {
    return List.copyOf(byId.values());
  }

  /// The contact that already has a mail address or else a phone number, in that order, as
  /// HighLevel's default setting has it.
  public Optional<Contact> duplicateOf(String email, String phone) {
    return withDetail("email", email).or(() -> withDetail("phone", phone));
  }

  /// The contact whose plain field has a value, letters' case aside; none for a blank value.
  public Optional<Contact> withDetail(String name, String value) {
    return byId.values().stream()
        .filter(contact -> !value.isBlank() && contact.detail(name).equalsIgnoreCase(value))
        .findFirst();
  }

  /// Makes a contact.
  public Contact create(Map<String, String> details, UnaryOperator<Contact> finish, By by) {
    var now = ground.now();
    var scope = details.getOrDefault("phone", details.getOrDefault("email", "anyone"));
    var bare =
        new Contact(
            ground.newId("contact", scope),
            details,
            Set.of(),
            DoNotDisturb.NONE,
            Map.of(),
            now,
            now);
    var contact = normalized(finish.apply(bare));
    byId.put(contact.id(), contact);
    ground.tell(new Change.Created(contact, by, now));
    return contact;
  }

  /// Changes a contact. Nothing is told when nothing changed.
  public Contact edit(String id, UnaryOperator<Contact> change, By by) {
    var before = known(id);
    var wanted = normalized(change.apply(before));
    if (wanted.equals(before)) {
      return before;
    }
    var after = wanted.stamped(ground.now());
    byId.put(id, after);
    ground.tell(new Change.ContactChanged(before, after, by, ground.now()));
    return after;
  }

  /// Adds tags; those already there are left alone.
  public Contact addTags(String id, List<String> names, By by) {
    return edit(
        id,
        contact -> {
          var tags = new LinkedHashSet<>(contact.tags());
          tags.addAll(names);
          return contact.withTags(tags);
        },
        by);
  }

  /// Removes tags; those not there are left alone.
  public Contact removeTags(String id, List<String> names, By by) {
    var unwanted = names.stream().map(Contacts::tagName).toList();
    return edit(
        id,
        contact -> {
          var tags = new LinkedHashSet<>(contact.tags());
          tags.removeAll(unwanted);
          return contact.withTags(tags);
        },
        by);
  }

  /// Deletes a contact.
  public void delete(String id, By by) {
    var contact = known(id);
    byId.remove(id);
    ground.tell(new Change.Deleted(contact, by, ground.now()));
  }

  /// Tags are kept in lower case, and an unknown one becomes a tag of the location.
  private Contact normalized(Contact contact) {
    var names = new ArrayList<String>();
    contact.tags().stream()
        .map(Contacts::tagName)
        .filter(name -> !name.isEmpty())
        .forEach(names::add);
    names.forEach(directory::tagNamed);
    return contact.withTags(new LinkedHashSet<>(names));
  }

  private static String tagName(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
