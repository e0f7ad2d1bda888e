package dev.interlock.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.crm.highlevel.conformance.OpenApiConformance;
import dev.interlock.crm.highlevel.conformance.SeenRequest;
import dev.interlock.crm.highlevel.conformance.Violation.Part;
import dev.interlock.sandbox.DemoWorld;
import dev.interlock.sandbox.time.SandboxClock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoutesTest {
  private final Routes routes =
      CrmServer.routes(DemoWorld.config(SandboxClock.standingAt(DemoWorld.BEGIN), 1).api());

  @Test
  void everyRouteAndItsVersionIsDescribedByTheVendor() {
    var vendor = OpenApiConformance.orSkip();

    for (var route : described()) {
      var path = String.join("/", route.template()).replaceAll("[{}]", "");
      var request =
          SeenRequest.of(
              route.method(),
              path,
              Map.of(
                  "Authorization", "Bearer x",
                  "Version", route.needs().version(),
                  "Content-Type", "application/json"),
              "");
      assertThat(vendor.violations(request))
          .as(route.toString())
          .filteredOn(
              violation -> violation.part() == Part.ROUTE || violation.part() == Part.HEADER)
          .isEmpty();
    }
  }

  /// All but what the third version adds: the vendor released it after these files.
  private List<Route> described() {
    return routes.all().stream()
        .filter(route -> !route.needs().version().equals(Routes.V3))
        .toList();
  }

  @Test
  void onlyPipelinesAreWrittenInTheThirdVersion() {
    assertThat(routes.all())
        .filteredOn(route -> route.needs().version().equals(Routes.V3))
        .allMatch(route -> route.template().get(2).equals("pipelines"))
        .extracting(Route::method)
        .containsExactlyInAnyOrder("POST", "GET", "PUT");
  }

  @Test
  void wordsWinOverPlaceholders() {
    var found = routes.find("GET", "/opportunities/search").orElseThrow();

    assertThat(found.route().template()).endsWith("search");
  }
}
