package dev.interlock.app.report;

import dev.interlock.app.console.Json;
import dev.interlock.verifier.finding.Remark;
import dev.interlock.verifier.finding.Spot;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Locations in a log.
///
/// @param folder what the addresses of files are relative to, if they are in it
record SarifPlaces(Path folder) {
  /// What tells the file in a jar from the jar.
  private static final String INSIDE = "!/";

  /// Where the remark stands; empty when nothing is known.
  Optional<ObjectNode> of(Remark remark) {
    var place = Json.object();
    var spot = remark.spot();
    var contract = remark.finding().contract();
    if (!spot.file().isEmpty()) {
      physical(spot, place.putObject("physicalLocation"));
    }
    if (!contract.isEmpty()) {
      place.putArray("logicalLocations").addObject().put("name", contract).put("kind", "module");
    }
    return place.isEmpty() ? Optional.empty() : Optional.of(place);
  }

  private void physical(Spot spot, ObjectNode into) {
    int inside = spot.file().indexOf(INSIDE);
    artifact(inside < 0 ? spot.file() : spot.file().substring(0, inside), into);
    // a line of a file that is not there cannot be opened
    if (inside < 0 && spot.line() > 0) {
      var region = into.putObject("region").put("startLine", spot.line());
      if (spot.column() > 0) {
        region.put("startColumn", spot.column());
        int most = Math.max(1, spot.text().length() - spot.column() + 1);
        region.put("endColumn", spot.column() + Math.max(1, Math.min(spot.length(), most)));
      }
      if (!spot.text().isEmpty()) {
        region.putObject("snippet").put("text", spot.text());
      }
    }
  }

  private void artifact(String file, ObjectNode into) {
    var path = Path.of(file).toAbsolutePath().normalize();
    var top = folder.toAbsolutePath().normalize();
    var artifact = into.putObject("artifactLocation");
    if (path.startsWith(top)) {
      artifact.put("uri", relative(top.relativize(path))).put("uriBaseId", "%SRCROOT%");
    } else {
      artifact.put("uri", path.toUri().toString());
    }
  }

  private static String relative(Path path) {
    try {
      return new URI(null, null, path.toString().replace('\\', '/'), null).toString();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
