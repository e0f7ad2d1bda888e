package dev.interlock.crm.highlevel.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/// A piece of JSON, read leniently: what is missing, null, empty or of another type is absent.
///
/// Immutable. Its text form names no values, since they are personal data.
public final class Json {
  static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /// Nothing at all, as in an answer without a body.
  public static final Json NOTHING = new Json(MissingNode.getInstance());

  private final JsonNode node;

  private Json(JsonNode node) {
    this.node = node;
  }

  /// Reads a whole document.
  ///
  /// @throws WrongShapeException when it is not JSON, is cut off, or goes on after its end
  public static Json parse(byte[] document) {
    try {
      return of(MAPPER.readTree(document));
    } catch (JacksonException broken) {
      throw new WrongShapeException("the body is not JSON: " + place(broken));
    }
  }

  /// As [#parse(byte[])], for text.
  public static Json parse(String document) {
    try {
      return of(MAPPER.readTree(document));
    } catch (JacksonException broken) {
      throw new WrongShapeException("the body is not JSON: " + place(broken));
    }
  }

  private static Json of(@Nullable JsonNode node) {
    return node == null ? NOTHING : new Json(node);
  }

  /// Jackson's message quotes the document, so only the place of the mistake is passed on.
  private static String place(JacksonException broken) {
    var at = broken.getLocation();
    return at == null
        ? "no position known"
        : "line " + at.getLineNr() + ", column " + at.getColumnNr();
  }

  /// What stands under a key, [#NOTHING] if nothing does.
  public Json at(String key) {
    return of(node.get(key));
  }

  /// Neither missing nor null.
  public boolean isPresent() {
    return !node.isMissingNode() && !node.isNull();
  }

  public boolean isObject() {
    return node.isObject();
  }

  public boolean isArray() {
    return node.isArray();
  }

  /// There, and null.
  public boolean isNull() {
    return node.isNull();
  }

  boolean isNumber() {
    return node.isNumber();
  }

  /// This value as text, if it is text that is not blank, a number or a truth value.
  public Optional<String> text() {
    return node.isValueNode() && isPresent()
        ? Optional.of(node.asString()).filter(text -> !text.isBlank())
        : Optional.empty();
  }

  /// The text under a key.
  public Optional<String> text(String key) {
    return at(key).text();
  }

  /// The text under the first of several keys that has one.
  public Optional<String> firstText(String... keys) {
    for (String key : keys) {
      Optional<String> text = text(key);
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }

  /// The text under a key that has to be there.
  ///
  /// @throws WrongShapeException when it is not
  public String required(String key) {
    return text(key).orElseThrow(() -> new WrongShapeException("the body lacks '" + key + "'"));
  }

  /// The id of the object that this is.
  ///
  /// @throws WrongShapeException when it has none
  public String id() {
    return firstText("id", "_id").orElseThrow(() -> new WrongShapeException("the body lacks 'id'"));
  }

  /// The truth value under a key, also when it is written as text.
  public Optional<Boolean> flag(String key) {
    return text(key)
        .flatMap(text ->
            switch (text) {
              case "true" -> Optional.of(true);
              case "false" -> Optional.of(false);
              default -> Optional.empty();
            });
  }

  /// This value as a number, also when it is written as text.
  public Optional<BigDecimal> number() {
    if (node.isNumber()) {
      return Optional.of(node.decimalValue());
    }
    return text().flatMap(Json::parsedNumber);
  }

  /// The number under a key.
  public Optional<BigDecimal> number(String key) {
    return at(key).number();
  }

  /// The moment under a key, written as ISO text with an offset or as epoch milliseconds.
  public Optional<Instant> instant(String key) {
    return text(key).flatMap(Times::instant);
  }

  /// The elements of this array; none if it is no array.
  public List<Json> elements() {
    return node.isArray() ? node.values().stream().map(Json::of).toList() : List.of();
  }

  /// The elements of the array under a key.
  public List<Json> list(String key) {
    return at(key).elements();
  }

  /// Every element of the array under a key, which has to be there: an answer that lacks the list
  /// it was asked for must never be mistaken for one that says "none".
  ///
  /// @throws WrongShapeException when there is no such array, or one of its elements is unusable
  public <T> List<T> all(String key, Function<Json, T> reader) {
    Json list = at(key);
    if (!list.isArray()) {
      throw new WrongShapeException("the body lacks the list '" + key + "'");
    }
    return list.elements().stream().map(reader).toList();
  }

  /// The texts of the array under a key; a single text counts as an array of one.
  public List<String> texts(String key) {
    Json value = at(key);
    return value.isArray()
        ? value.elements().stream().flatMap(element -> element.text().stream()).toList()
        : value.text().stream().toList();
  }

  /// The members of this object in their order; none if it is no object.
  public Map<String, Json> members() {
    var members = new LinkedHashMap<String, Json>();
    if (node.isObject()) {
      node.properties().forEach(member -> members.put(member.getKey(), of(member.getValue())));
    }
    return members;
  }

  /// This object with one member more, or another one under the key.
  ///
  /// @throws WrongShapeException when it is no object
  public Json with(String key, String value) {
    return with(key, of(MAPPER.getNodeFactory().stringNode(value)));
  }

  /// As [#with(String, String)], where there is a text.
  public Json withText(String key, Optional<String> value) {
    return value.map(text -> with(key, text)).orElse(this);
  }

  /// As [#with(String, String)], for any JSON.
  public Json with(String key, Json value) {
    if (node.deepCopy() instanceof ObjectNode copy) {
      copy.set(key, value.node);
      return of(copy);
    }
    throw new WrongShapeException("no JSON object");
  }

  /// The JSON as a document, with all its values in it.
  public String document() {
    return node.toString();
  }

  /// The JSON itself, for requests that pass it on as it came.
  JsonNode node() {
    return node;
  }

  private static Optional<BigDecimal> parsedNumber(String text) {
    try {
      return Optional.of(new BigDecimal(text.strip()));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Json json && node.equals(json.node);
  }

  @Override
  public int hashCode() {
    return node.hashCode();
  }

  @Override
  public String toString() {
    String id = node.isObject() ? firstText("id", "_id").map(" "::concat).orElse("") : "";
    return "Json[" + node.getNodeType() + id + ", " + node.size() + " inside]";
  }
}
