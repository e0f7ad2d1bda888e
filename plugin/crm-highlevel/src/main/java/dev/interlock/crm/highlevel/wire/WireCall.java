package dev.interlock.crm.highlevel.wire;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// A call about to be made: an operation with everything filled in.
final class WireCall {
  private final Operation operation;
  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, String> queries = new LinkedHashMap<>();
  private @Nullable SingleShotBody body;
  private Optional<String> contactInBody = Optional.empty();
  private Optional<HttpUrl> address = Optional.empty();
  private Optional<String> about = Optional.empty();

  private WireCall(Operation operation) {
    this.operation = operation;
  }

  static WireCall of(Operation operation) {
    return new WireCall(operation);
  }

  /// Fills a placeholder of the path.
  WireCall id(String placeholder, String value) {
    ids.put(placeholder, value);
    return this;
  }

  /// Goes to this address instead of the operation's path below the API.
  WireCall at(HttpUrl elsewhere) {
    address = Optional.of(elsewhere);
    return this;
  }

  /// Names what the CRM may stumble over in the call.
  WireCall about(String thing) {
    about = Optional.of(thing);
    return this;
  }

  WireCall query(String key, String value) {
    queries.put(key, value);
    return this;
  }

  WireCall queryUnlessEmpty(String key, String value) {
    return value.isEmpty() ? this : query(key, value);
  }

  WireCall body(Body content) {
    body = SingleShotBody.json(content.bytes());
    contactInBody = Optional.ofNullable(content.members().get("contactId")).map(Object::toString);
    return this;
  }

  /// A body in the form of a web form, as OAuth has it.
  WireCall form(Map<String, String> fields) {
    body = SingleShotBody.form(fields);
    return this;
  }

  /// What the call is about, for telling a CRM that fails from one that stumbles over something:
  /// its contact, whatever is done with it, or else the thing whose id it has, or else itself.
  String subject() {
    return Stream.of(
            about,
            Optional.ofNullable(ids.get("contactId")),
            Optional.ofNullable(queries.get("contactId")),
            Optional.ofNullable(queries.get("contact_id")),
            contactInBody,
            ids.keySet().stream()
                .filter(placeholder -> !placeholder.equals("locationId"))
                .findFirst()
                .map(ids::get))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(operation.operationId());
  }

  Operation operation() {
    return operation;
  }

  Optional<SingleShotBody> body() {
    return Optional.ofNullable(body);
  }

  /// The placeholders whose values no object can have as its id, such as `..`, which would change
  /// the path instead of filling it.
  List<String> unusableIds() {
    return ids.entrySet().stream()
        .filter(id -> !ID.matcher(id.getValue()).matches())
        .map(Map.Entry::getKey)
        .toList();
  }

  /// The address of this call.
  HttpUrl url(HttpUrl base) {
    if (address.isPresent()) {
      return address.get();
    }
    var url = base.newBuilder();
    for (String segment : operation.path().substring(1).split("/", -1)) {
      url.addPathSegment(isPlaceholder(segment) ? filled(segment) : segment);
    }
    queries.forEach(url::addQueryParameter);
    return url.build();
  }

  private static boolean isPlaceholder(String segment) {
    return segment.startsWith("{");
  }

  private String filled(String placeholder) {
    String name = placeholder.substring(1, placeholder.length() - 1);
    return requireNonNull(ids.get(name), () -> operation + " was not told its " + name);
  }

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_:@~-][A-Za-z0-9_.:@~-]{0,255}");
}
