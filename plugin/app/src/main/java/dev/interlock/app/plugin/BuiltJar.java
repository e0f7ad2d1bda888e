package dev.interlock.app.plugin;

import dev.interlock.app.console.Release;
import dev.interlock.app.plugin.Definitions.Said;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.text.ContentHash;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what a jar that `interlock build` made says of itself, and holds its classes against it.
///
/// Other jars say nothing of themselves, and are taken by their word.
public final class BuiltJar {
  /// The form of what it says of itself; counts up when something in there changes its meaning.
  public static final int FORMAT = 1;

  /// Where it says it.
  public static final String MANIFEST = "META-INF/interlock/plugin.json";

  private static final String BUILD_AGAIN = "build it again with `interlock build`.";

  private BuiltJar() {}

  /// What is wrong with a jar as a whole, before any class of it is asked.
  static Optional<Fault> unreadable(Path jar, Map<String, byte[]> contents) {
    if (!contents.containsKey(MANIFEST)) {
      return Optional.empty();
    }
    return said(contents)
        .map(said -> {
          int format = said.path("format").asInt(0);
          return format <= FORMAT
              ? Optional.<Fault>empty()
              : Optional.of(
                  Fault.of(
                      Fault.Kind.UNREADABLE,
                      jar,
                      "it was built by Interlock "
                          + said.path("interlock").asString("")
                          + ", whose jars this one cannot read",
                      "update Interlock, or build the jar again with this one."));
        })
        .orElseGet(() ->
            Optional.of(
                Fault.of(Fault.Kind.UNREADABLE, jar, MANIFEST + " in it is damaged", BUILD_AGAIN)));
  }

  /// Contracts that are not those that were verified. How a meaning is hashed may differ between
  /// versions of Interlock, so only jars of the same version are compared.
  static List<Fault> altered(
      Path jar, Map<String, byte[]> contents, List<Said<Contract>> contracts) {
    var said = said(contents).filter(each -> each.path("interlock").asString("").equals(version()));
    if (said.isEmpty()) {
      return List.of();
    }
    return contracts.stream()
        .map(Said::value)
        .filter(contract ->
            !hash(said.get(), contract.id().text()).equals(ContentHash.of(contract).hex()))
        .map(contract ->
            Fault.of(
                Fault.Kind.LOAD,
                jar,
                contract.id() + " is not the contract that was verified when the jar was built",
                BUILD_AGAIN + " A class that returns another contract each time is none."))
        .toList();
  }

  /// The hash of a contract when the jar was built; empty when it says none.
  static String hash(Map<String, byte[]> contents, ContractId contract) {
    return said(contents).map(said -> hash(said, contract.text())).orElse("");
  }

  private static String version() {
    return Release.version();
  }

  private static String hash(JsonNode said, String contract) {
    return said.path("contracts")
        .valueStream()
        .filter(entry -> entry.path("id").asString("").equals(contract))
        .findFirst()
        .map(entry -> entry.path("hash").asString(""))
        .orElse("");
  }

  private static Optional<JsonNode> said(Map<String, byte[]> contents) {
    return Optional.ofNullable(contents.get(MANIFEST))
        .flatMap(bytes -> {
          try {
            return Optional.of(JsonMapper.shared().readTree(bytes)).filter(JsonNode::isObject);
          } catch (JacksonException damaged) {
            return Optional.empty();
          }
        });
  }
}
