package dev.interlock.crm.highlevel.wire;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/// Calls about what belongs to the location as a whole.
public final class LocationCalls {
  private final String locationId;
  private final Exchange exchange;

  LocationCalls(String locationId, Exchange exchange) {
    this.locationId = locationId;
    this.exchange = exchange;
  }

  public Answer<WireLocation> location() {
    return exchange.ask(
        here(Operation.GET_LOCATION), json -> new WireLocation(json.at("location")));
  }

  /// The users who may see this location; first 100.
  ///
  /// @param companyId the agency's id, from [WireLocation#companyId()]
  public Answer<List<WireUser>> searchUsers(String companyId) {
    var call =
        WireCall.of(Operation.SEARCH_USERS)
            .query("companyId", companyId)
            .query("locationId", locationId)
            .query("limit", "100");
    return exchange.ask(call, json -> json.all("users", WireUser::new));
  }

  /// The users of this location, by a call that the vendor calls deprecated but that needs no
  /// agency id.
  public Answer<List<WireUser>> users() {
    return list(Operation.LIST_USERS, "users", WireUser::new);
  }

  public Answer<List<WireTag>> tags() {
    return exchange.ask(here(Operation.LIST_TAGS), json -> json.all("tags", WireTag::new));
  }

  public Answer<WireTag> createTag(String name) {
    var call = here(Operation.CREATE_TAG).body(Body.of("name", name));
    return exchange.ask(call, json -> new WireTag(json.at("tag")));
  }

  /// The custom fields of contacts and opportunities.
  public Answer<List<WireCustomField>> customFields() {
    var call = here(Operation.LIST_CUSTOM_FIELDS).query("model", "all");
    return exchange.ask(call, json -> json.all("customFields", WireCustomField::new));
  }

  /// Makes a custom field.
  ///
  /// @param dataType the CRM's word, misspellings included: `TEXT`, `NUMERICAL`, `MONETORY`, `DATE`
  /// @param model `contact` or `opportunity`
  public Answer<WireCustomField> createCustomField(String name, String dataType, String model) {
    var body = Body.of("name", name).with("dataType", dataType).with("model", model);
    return exchange.ask(
        here(Operation.CREATE_CUSTOM_FIELD).body(body),
        json -> new WireCustomField(json.at("customField")));
  }

  public Answer<List<WireCustomValue>> customValues() {
    return exchange.ask(
        here(Operation.LIST_CUSTOM_VALUES), json -> json.all("customValues", WireCustomValue::new));
  }

  /// Makes a constant of the location.
  public Answer<WireCustomValue> createCustomValue(String name, String value) {
    var body = Body.of("name", name).with("value", value);
    return exchange.ask(
        here(Operation.CREATE_CUSTOM_VALUE).body(body),
        json -> new WireCustomValue(json.at("customValue")));
  }

  /// The services that messages can go out by.
  ///
  /// @param type `SMS` or `Email`
  public Answer<List<WireChannelProvider>> channelProviders(String type) {
    var call = here(Operation.LIST_CHANNEL_PROVIDERS).id("type", type);
    return exchange.ask(
        call,
        json ->
            json.at("conversationChannel").list(type).stream()
                .map(entry -> new WireChannelProvider(entry.at("conversationProvider")))
                .toList());
  }

  /// The phone numbers that the location has bought.
  public Answer<List<WireNumber>> numbers() {
    return exchange.ask(here(Operation.LIST_NUMBERS), json -> json.all("numbers", WireNumber::new));
  }

  public Answer<List<WireWorkflow>> workflows() {
    return list(Operation.LIST_WORKFLOWS, "workflows", WireWorkflow::new);
  }

  /// The location's forms, one page.
  ///
  /// @param skip how many there are before it
  /// @param limit 50 at most
  public Answer<List<WireForm>> forms(int skip, int limit) {
    var call =
        WireCall.of(Operation.LIST_FORMS)
            .query("locationId", locationId)
            .query("skip", Integer.toString(skip))
            .query("limit", Integer.toString(limit));
    return exchange.ask(call, json -> json.all("forms", WireForm::new));
  }

  /// Filled-in forms of all kinds between two days, both included.
  ///
  /// @param page counted from 1
  public Answer<WireSubmissionPage> submissions(LocalDate first, LocalDate last, int page) {
    var call =
        WireCall.of(Operation.LIST_FORM_SUBMISSIONS)
            .query("locationId", locationId)
            .query("startAt", first.toString())
            .query("endAt", last.toString())
            .query("page", Integer.toString(page))
            .query("limit", "100");
    return exchange.ask(call, WireSubmissionPage::new);
  }

  private <T> Answer<List<T>> list(Operation operation, String key, Function<Json, T> reader) {
    var call = WireCall.of(operation).query("locationId", locationId);
    return exchange.ask(call, json -> json.all(key, reader));
  }

  private WireCall here(Operation operation) {
    return WireCall.of(operation).id("locationId", locationId);
  }
}
