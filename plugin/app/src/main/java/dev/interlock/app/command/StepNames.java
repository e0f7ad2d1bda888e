package dev.interlock.app.command;

import dev.interlock.app.console.CannotRunException;
import dev.interlock.core.program.NodeId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which places are called otherwise in the new version of a contract.
final class StepNames {
  @Option(
      names = "--map",
      paramLabel = "OLD=NEW",
      description = {
        "A place that is called otherwise in the new version; may be given several times. Places that"
            + " are not named keep their names."
      })
  private @Nullable Map<String, String> named;

  boolean isEmpty() {
    return named == null || named.isEmpty();
  }

  Map<NodeId, NodeId> named() {
    Map<NodeId, NodeId> places = new HashMap<>();
    if (named != null) {
      named.forEach((old, fresh) -> places.put(place(old), place(fresh)));
    }
    return places;
  }

  private static NodeId place(String name) {
    if (name == null || name.isBlank()) {
      throw new CannotRunException("--map names two places: --map \"old step=new step\"");
    }
    return new NodeId(name.strip());
  }
}
