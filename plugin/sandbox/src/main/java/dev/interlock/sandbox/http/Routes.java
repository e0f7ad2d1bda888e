package dev.interlock.sandbox.http;

import dev.interlock.sandbox.http.Route.Handler;
import dev.interlock.sandbox.http.Route.Needs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All operations of the API.
final class Routes {
  /// The version of most areas.
  static final String JULY = "2021-07-28";

  /// The version of calendars and conversations.
  static final String APRIL = "2021-04-15";

  /// The version that pipelines can be written in.
  static final String V3 = "v3";

  /// A route and what its placeholders stand for.
  record Found(Route route, Map<String, String> path) {}

  private final List<Route> routes = new ArrayList<>();

  void get(String path, Needs needs, Handler handler) {
    add("GET", path, needs, handler);
  }

  void post(String path, Needs needs, Handler handler) {
    add("POST", path, needs, handler);
  }

  void put(String path, Needs needs, Handler handler) {
    add("PUT", path, needs, handler);
  }

  void delete(String path, Needs needs, Handler handler) {
    add("DELETE", path, needs, handler);
  }

  private void add(String method, String path, Needs needs, Handler handler) {
    routes.add(new Route(method, Route.segments(path), needs, handler));
    // words win over placeholders: /opportunities/search is not the opportunity "search"
    routes.sort(Comparator.comparingLong(Route::placeholders));
  }

  List<Route> all() {
    return List.copyOf(routes);
  }

  Optional<Found> find(String method, String path) {
    var asked = Route.segments(path);
    return routes.stream()
        .flatMap(
            route -> route.match(method, asked).map(values -> new Found(route, values)).stream())
        .findFirst();
  }
}
