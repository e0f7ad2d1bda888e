package dev.interlock.crm.highlevel.wire;

import java.util.List;
import java.util.Optional;

/// Calls about contacts themselves.
public final class ContactCalls {
  private final String locationId;
  private final Exchange exchange;

  ContactCalls(String locationId, Exchange exchange) {
    this.locationId = locationId;
    this.exchange = exchange;
  }

  /// The contact as it is now; strongly consistent, unlike the search.
  public Answer<WireContact> contact(String contactId) {
    var call = WireCall.of(Operation.GET_CONTACT).id("contactId", contactId);
    return exchange.ask(call, json -> new WireContact(json.at("contact")));
  }

  /// Whether a contact is in this location, or does not say where it is.
  public boolean isHere(WireContact contact) {
    return contact.locationId().filter(id -> !id.equals(locationId)).isEmpty();
  }

  /// Makes a contact, unless the location forbids a second one with this address or number.
  public Answer<WireContact> create(ContactChange contact) {
    var body = contact.body().with("locationId", locationId);
    var call = WireCall.of(Operation.CREATE_CONTACT).body(body);
    return exchange.ask(call, json -> new WireContact(json.at("contact")));
  }

  /// Changes the contact that has this address or number, or makes it.
  ///
  /// @throws IllegalArgumentException when neither is said, since each call would make another
  ///   contact
  public Answer<WireUpsert> upsert(ContactChange contact) {
    if (!contact.namesAnAddress()) {
      throw new IllegalArgumentException("an upsert needs an e-mail address or a phone number");
    }
    var body = contact.body().with("locationId", locationId);
    return exchange.ask(WireCall.of(Operation.UPSERT_CONTACT).body(body), WireUpsert::new);
  }

  /// Changes what is said and leaves the rest.
  public Answer<WireContact> update(String contactId, ContactChange change) {
    var call = WireCall.of(Operation.UPDATE_CONTACT).id("contactId", contactId).body(change.body());
    return exchange.ask(call, json -> new WireContact(json.at("contact")));
  }

  /// A page of contacts. A full one whose last contact does not say where it stands is broken: it
  /// would look like the last page, and whoever comes after it would be left out.
  public Answer<WireContactPage> search(ContactSearch search) {
    var call = WireCall.of(Operation.SEARCH_CONTACTS).body(search.body(locationId));
    return exchange.ask(call, json -> new WireContactPage(json).goingOn(search.pageLimit()));
  }

  /// The contact that counts as the one with this number, in international form (`+1555...`).
  public Answer<Optional<WireContact>> withPhone(String number) {
    return duplicate("number", number);
  }

  /// The contact that counts as the one with this e-mail address.
  public Answer<Optional<WireContact>> withEmail(String address) {
    return duplicate("email", address);
  }

  private Answer<Optional<WireContact>> duplicate(String key, String value) {
    var call =
        WireCall.of(Operation.FIND_DUPLICATE_CONTACT)
            .query("locationId", locationId)
            .query(key, value);
    return exchange.ask(call, ContactCalls::possibleContact);
  }

  /// Answers `null` as a whole when there is none, or with a `contact` that is null or missing.
  private static Optional<WireContact> possibleContact(Json json) {
    if (!json.isObject() && !json.isNull()) {
      throw new WrongShapeException("the body is neither an object nor null");
    }
    return Optional.of(json.at("contact")).filter(Json::isPresent).map(WireContact::new);
  }

  /// Adds tags; those already there stay, and the CRM makes those it does not know.
  public Answer<Done> addTags(String contactId, List<String> names) {
    return tags(Operation.ADD_TAGS, contactId, names);
  }

  /// Removes tags; those not there do not matter.
  public Answer<Done> removeTags(String contactId, List<String> names) {
    return tags(Operation.REMOVE_TAGS, contactId, names);
  }

  private Answer<Done> tags(Operation operation, String contactId, List<String> names) {
    if (names.isEmpty()) {
      throw new IllegalArgumentException("no tags were named");
    }
    var body = Body.of("tags", List.copyOf(names));
    return exchange.order(WireCall.of(operation).id("contactId", contactId).body(body));
  }
}
