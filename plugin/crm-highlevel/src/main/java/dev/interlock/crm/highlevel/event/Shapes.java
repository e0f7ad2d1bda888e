package dev.interlock.crm.highlevel.event;

import dev.interlock.crm.highlevel.wire.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Knows by their shape the deliveries that do not say in `type` what they are.
final class Shapes {
  private record Shape(EventKind kind, Predicate<Json> fits) {}

  private static final List<Shape> ALL =
      List.of(
          new Shape(
              EventKind.INVOICE_CHANGE, json -> has(json, "altId", "invoiceItems", "amountDue")),
          // their `type` is the channel
          new Shape(
              EventKind.PROVIDER_OUTBOUND_MESSAGE,
              json -> has(json, "messageId") && (has(json, "phone") || has(json, "emailTo"))),
          // their `type` is how often the price is paid
          new Shape(EventKind.PRICE, json -> has(json, "product", "variantOptionIds")),
          new Shape(EventKind.PRODUCT, json -> has(json, "productType")),
          new Shape(EventKind.RELATION, json -> has(json, "firstRecordId", "secondRecordId")),
          new Shape(EventKind.ASSOCIATION, json -> has(json, "associationType")),
          new Shape(EventKind.OBJECT_SCHEMA, json -> has(json, "objectType")),
          new Shape(EventKind.RECORD, json -> has(json, "properties", "owners")));

  private Shapes() {}

  static Optional<EventKind> recognised(Json json) {
    return ALL.stream().filter(shape -> shape.fits().test(json)).map(Shape::kind).findFirst();
  }

  private static boolean has(Json json, String... keys) {
    return List.of(keys).stream().allMatch(key -> json.at(key).isPresent());
  }
}
