package dev.interlock.crm.highlevel.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A search for contacts, page by page.
///
/// @param filters all of them have to hold
/// @param sortField empty for the CRM's own order
/// @param position where the page begins, as the last contact of the page before told it
public record ContactSearch(
    List<ContactFilter> filters,
    String sortField,
    boolean ascending,
    int pageLimit,
    Json position) {

  /// Most contacts that the CRM puts on a page.
  public static final int LARGEST_PAGE = 500;

  public ContactSearch {
    filters = List.copyOf(filters);
    if (pageLimit < 1 || pageLimit > LARGEST_PAGE) {
      throw new IllegalArgumentException(
          "pageLimit must lie between 1 and " + LARGEST_PAGE + ": " + pageLimit);
    }
  }

  public static ContactSearch where(ContactFilter... filters) {
    return new ContactSearch(List.of(filters), "", true, 100, Json.NOTHING);
  }

  public ContactSearch sortedBy(String field, boolean ascending) {
    return new ContactSearch(filters, field, ascending, pageLimit, position);
  }

  public ContactSearch pagesOf(int contacts) {
    return new ContactSearch(filters, sortField, ascending, contacts, position);
  }

  /// The page that begins after a contact, the last one of the page before. Empty when that contact
  /// came without its position, so there is no such page.
  public Optional<ContactSearch> after(WireContact last) {
    return Optional.of(last.searchAfter())
        .filter(position -> !position.elements().isEmpty())
        .map(place -> new ContactSearch(filters, sortField, ascending, pageLimit, place));
  }

  /// The page that begins after a contact whose [WireContact#place()] was kept.
  ///
  /// @throws WrongShapeException when the text is no place
  public ContactSearch from(String place) {
    Json position = Json.parse(place);
    if (position.elements().isEmpty()) {
      throw new WrongShapeException("no place in a search");
    }
    return new ContactSearch(filters, sortField, ascending, pageLimit, position);
  }

  Body body(String locationId) {
    var body = Body.of("locationId", locationId).with("pageLimit", pageLimit);
    body.unlessEmpty("filters", filters.stream().map(ContactFilter::body).toList());
    if (!sortField.isEmpty()) {
      body.with(
          "sort", List.of(Map.of("field", sortField, "direction", ascending ? "asc" : "desc")));
    }
    return position.isArray() ? body.with("searchAfter", position.node()) : body.with("page", 1);
  }
}
