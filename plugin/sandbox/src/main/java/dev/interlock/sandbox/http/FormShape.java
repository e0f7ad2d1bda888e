package dev.interlock.sandbox.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which fields a form has. All that is wrong is told at once, and unknown fields do not pass.
///
/// @param needed what has to be there and not be empty
/// @param allowed what may be there besides
record FormShape(List<String> needed, Set<String> allowed) {
  static final FormShape TOKEN =
      new FormShape(
          List.of("client_id", "client_secret", "grant_type"),
          Set.of("code", "refresh_token", "user_type", "redirect_uri"));
  static final FormShape LOCATION_TOKEN =
      new FormShape(List.of("companyId", "locationId"), Set.of());

  void check(Map<String, String> form) {
    var faults = new ArrayList<String>();
    form.keySet().stream()
        .filter(name -> !needed.contains(name) && !allowed.contains(name))
        .forEach(name -> faults.add("property " + name + " should not exist"));
    needed.stream()
        .filter(name -> form.getOrDefault(name, "").isBlank())
        .forEach(name -> faults.add(name + " should not be empty"));
    if (!faults.isEmpty()) {
      throw Refused.invalid(faults);
    }
  }
}
