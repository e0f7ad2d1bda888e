package dev.interlock.sandbox.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One operation of the API: how it is asked for, what it needs, and what answers it.
///
/// @param template path with placeholders in braces; a trailing slash counts
record Route(String method, List<String> template, Needs needs, Handler handler) {

  /// What a caller needs for a group of operations.
  ///
  /// @param scope the scope that the token must have
  /// @param version the `Version` header that the vendor documents
  /// @param describes422 whether the vendor describes 422 for them; a 400 tells of faults otherwise
  record Needs(String scope, String version, boolean describes422) {

    Needs(String scope, String version) {
      this(scope, version, true);
    }

    /// Whether there is such an operation in a version. The dated ones are all taken for each
    /// other; what came with the third is not there in any of them.
    boolean isServedIn(String askedVersion) {
      return !version.equals(Routes.V3) || askedVersion.equals(Routes.V3);
    }

    Needs without422() {
      return new Needs(scope, version, false);
    }
  }

  /// Carries an operation out, within the world's lock.
  @FunctionalInterface
  interface Handler {
    Answer answer(Call call);
  }

  /// What the placeholders stand for, when a path is this route's.
  Optional<Map<String, String>> match(String askedMethod, List<String> asked) {
    if (!method.equals(askedMethod) || template.size() != asked.size()) {
      return Optional.empty();
    }
    var found = new HashMap<String, String>();
    for (int i = 0; i < asked.size(); i++) {
      var wanted = template.get(i);
      var given = asked.get(i);
      if (isPlaceholder(wanted) && !given.isEmpty()) {
        found.put(wanted.substring(1, wanted.length() - 1), given);
      } else if (!wanted.equals(given)) {
        return Optional.empty();
      }
    }
    return Optional.of(Map.copyOf(found));
  }

  long placeholders() {
    return template.stream().filter(Route::isPlaceholder).count();
  }

  private static boolean isPlaceholder(String segment) {
    return segment.startsWith("{");
  }

  static List<String> segments(String path) {
    return List.of(path.split("/", -1));
  }
}
