package dev.interlock.engine;

import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.Deal;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.contact.Known;
import dev.interlock.contract.contact.StandardFields;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.contract.model.TagName;
import dev.interlock.crm.Crm.Detail;
import dev.interlock.crm.Deed;
import dev.interlock.crm.Sent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The contacts of a [FakeCrm], which guards them.
final class FakePeople {
  private final Map<ContactId, Person> people = new TreeMap<>();

  private static final class Person {
    private final Map<FieldName, String> fields = new LinkedHashMap<>();
    private final Set<TagName> tags = new TreeSet<>();
    private final List<Deal> deals = new ArrayList<>();
    private boolean hasPhone = true;
    private boolean exists = true;
  }

  void add(ContactId contact, String firstName) {
    var person = new Person();
    person.fields.put(StandardFields.FIRST_NAME, firstName);
    people.put(contact, person);
  }

  void losesPhone(ContactId contact) {
    person(contact).hasPhone = false;
  }

  void loses(ContactId contact) {
    person(contact).exists = false;
  }

  void set(ContactId contact, FieldName field, String value) {
    person(contact).fields.put(field, value);
  }

  void deal(ContactId contact, String id, StageRef place, Instant now) {
    person(contact)
        .deals
        .add(new Deal(new DealId(id), id, place, DealStatus.OPEN, Optional.empty(), now));
  }

  /// The opportunity is so, and was touched just now.
  void dealStands(ContactId contact, String id, StageRef place, DealStatus status, Instant now) {
    loses(contact, id);
    person(contact).deals.add(new Deal(new DealId(id), id, place, status, Optional.empty(), now));
  }

  void loses(ContactId contact, String deal) {
    person(contact).deals.removeIf(each -> each.id().text().equals(deal));
  }

  Optional<StageName> stageOf(ContactId contact, String deal) {
    return person(contact).deals.stream()
        .filter(each -> each.id().text().equals(deal))
        .map(each -> each.stage().stage())
        .findFirst();
  }

  void untag(ContactId contact, String tag) {
    person(contact).tags.remove(new TagName(tag));
  }

  Set<String> tags(ContactId contact) {
    var tags = new TreeSet<String>();
    person(contact).tags.forEach(tag -> tags.add(tag.text()));
    return tags;
  }

  private Person person(ContactId contact) {
    return Optional.ofNullable(people.get(contact)).orElseThrow();
  }

  boolean exists(ContactId contact) {
    return people.containsKey(contact) && person(contact).exists;
  }

  List<ContactId> all() {
    return List.copyOf(people.keySet());
  }

  ContactSnapshot snapshot(ContactId contact, Set<Detail> details, Instant now) {
    Person person = person(contact);
    Map<Channel, String> addresses =
        person.hasPhone
            ? Map.of(Channel.SMS, "+15550100", Channel.EMAIL, contact.text() + "@example.com")
            : Map.of();
    return new ContactSnapshot(
        contact,
        now,
        true,
        person.fields,
        addresses,
        Map.of(Channel.SMS, Consent.ALLOWED, Channel.EMAIL, Consent.ALLOWED),
        person.tags,
        Optional.empty(),
        Optional.empty(),
        details.contains(Detail.DEALS) ? Known.said(person.deals) : Known.unsaid(),
        details.contains(Detail.APPOINTMENTS) ? Known.said(List.of()) : Known.unsaid());
  }

  /// What a deed makes of a contact, other than a message or a task, which the CRM numbers.
  Sent effect(ContactId contact, Deed deed, Instant now) {
    Person person = person(contact);
    return switch (deed) {
      case Deed.AddTag(var tag) -> so(person.tags.add(tag));
      case Deed.RemoveTag(var tag) -> so(person.tags.remove(tag));
      case Deed.SetField(var field, var value) ->
          so(!value.equals(person.fields.put(field, value)));
      case Deed.ClearField(var field) -> so(person.fields.remove(field) != null);
      case Deed.MoveDeal(var pipeline, var to, var name, var only) -> {
        DealId id = only.orElseGet(() -> newest(person).orElse(new DealId("d-" + contact)));
        person.deals.removeIf(deal -> deal.id().equals(id));
        person.deals.add(
            new Deal(
                id,
                name,
                new StageRef(pipeline.name(), to),
                DealStatus.OPEN,
                Optional.empty(),
                now));
        yield new Sent.Done(Optional.empty(), Optional.of(id.text()));
      }
      case Deed.MarkDeal _, Deed.ValueDeal _, Deed.CompleteTasks _, Deed.Assign _ -> so(true);
      case Deed.StartAutomation _, Deed.StopAutomation _ -> so(true);
      case Deed.SendSms _, Deed.SendEmail _, Deed.CreateTask _, Deed.AddNote _, Deed.Notify _ ->
          so(true);
    };
  }

  private static Optional<DealId> newest(Person person) {
    return person.deals.stream().max(Comparator.comparing(Deal::touchedAt)).map(Deal::id);
  }

  private static Sent so(boolean changed) {
    return changed ? new Sent.Done(Optional.empty(), Optional.empty()) : new Sent.AlreadySo();
  }
}
