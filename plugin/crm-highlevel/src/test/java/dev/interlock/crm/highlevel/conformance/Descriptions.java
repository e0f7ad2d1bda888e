package dev.interlock.crm.highlevel.conformance;

import static java.util.Objects.requireNonNull;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The vendor's OpenAPI 3.0 files, read once.
final class Descriptions {
  /// Stands for the folder of the files, so that references between them resolve.
  private static final String FOLDER = "https://highlevel.invalid/specs/";

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private final Map<String, JsonNode> documents = new LinkedHashMap<>();
  private final List<DescribedOperation> operations = new ArrayList<>();
  private final SchemaRegistry strict;
  private final SchemaRegistry loose;

  private Descriptions(Map<String, String> texts) {
    var mapper = new JsonMapper();
    // v2 before v3, which describes nearly all of it once more
    texts.forEach((iri, text) -> documents.put(iri, mapper.readTree(text)));
    documents.forEach(this::collect);
    strict = registry(texts, false);
    loose = registry(texts, true);
  }

  /// @param specs the folder that holds `v2`, `v3` and `common`
  static Descriptions in(Path specs) {
    var texts = new TreeMap<String, String>();
    for (String part : List.of("v2", "v3", "common")) {
      try (var files = Files.list(specs.resolve(part))) {
        for (Path file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
          texts.put(FOLDER + part + "/" + file.getFileName(), Files.readString(file));
        }
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    return new Descriptions(texts);
  }

  private static SchemaRegistry registry(Map<String, String> texts, boolean typeLoose) {
    var config = SchemaRegistryConfig.builder().typeLoose(typeLoose).locale(Locale.ENGLISH).build();
    return SchemaRegistry.withDialect(
        Dialects.getOpenApi30(), builder -> builder.schemas(texts).schemaRegistryConfig(config));
  }

  private void collect(String iri, JsonNode document) {
    document
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue().properties().stream()
                .filter(entry -> METHODS.contains(entry.getKey()))
                .map(entry ->
                    DescribedOperation.of(iri, path.getKey(), entry.getKey(), entry.getValue()))
                .filter(operation -> !isDescribed(operation))
                .forEach(operations::add));
  }

  /// Whether an older version describes it, which is the one that we call. What only the third one
  /// has is held to that.
  private boolean isDescribed(DescribedOperation operation) {
    return operation.document().startsWith(FOLDER + "v3/")
        && operations.stream()
            .anyMatch(older ->
                older.method().equals(operation.method()) && older.path().equals(operation.path()));
  }

  /// The operation that a request means.
  Optional<DescribedOperation> operation(String method, String path) {
    List<String> segments = List.of(path.split("/", -1));
    return operations.stream()
        .filter(operation -> operation.matches(method, segments))
        .max(Comparator.comparingLong(DescribedOperation::spelledOut));
  }

  /// The operation with an id. One id is used twice: fields of custom objects, which stand in a
  /// file of their own, are made by another call than those of contacts, which is the one that we
  /// make.
  Optional<DescribedOperation> operation(String id) {
    return operations.stream()
        .filter(operation -> operation.id().equals(id))
        .filter(operation -> !operation.document().contains("custom-fields"))
        .findFirst();
  }

  /// A schema in the file of an operation.
  Schema schema(DescribedOperation operation, String pointer) {
    return strict.getSchema(SchemaLocation.of(operation.document() + "#" + pointer));
  }

  /// The same for parameters, which are all text on the line.
  Schema looseSchema(DescribedOperation operation, String pointer) {
    return loose.getSchema(SchemaLocation.of(operation.document() + "#" + pointer));
  }

  /// What stands at a pointer, or at the reference that stands there.
  Located at(String document, String pointer) {
    return resolved(document, requireNonNull(documents.get(document), document).at(pointer));
  }

  /// Follows a reference to what it means.
  Located resolved(String document, JsonNode node) {
    String reference = node.path("$ref").asString("");
    if (reference.isEmpty()) {
      return new Located(document, node);
    }
    int hash = reference.indexOf('#');
    String file =
        hash == 0
            ? document
            : URI.create(document).resolve(reference.substring(0, hash)).toString();
    return at(file, reference.substring(hash + 1));
  }

  /// A node and the file it stands in.
  record Located(String document, JsonNode node) {}
}
