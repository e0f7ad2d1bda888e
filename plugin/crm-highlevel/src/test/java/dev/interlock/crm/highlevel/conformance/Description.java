package dev.interlock.crm.highlevel.conformance;

import java.util.Set;
import java.util.TreeSet;

/// The outside of an operation, as the vendor describes it.
///
/// @param versions the values of the `Version` header that it takes
/// @param scopes any of which a token must have
public record Description(String method, String path, Set<String> versions, Set<String> scopes) {
  static Description of(DescribedOperation operation) {
    var versions = new TreeSet<String>();
    for (var header : operation.parameters("header")) {
      header.path("schema").path("enum").forEach(value -> versions.add(value.asString()));
    }
    var scopes = new TreeSet<String>();
    for (var alternative : operation.node().path("security")) {
      alternative.forEach(scheme -> scheme.forEach(scope -> scopes.add(scope.asString())));
    }
    String path = String.join("/", operation.path());
    return new Description(operation.method(), path, versions, scopes);
  }
}
