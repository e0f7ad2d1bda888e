package dev.interlock.core;

import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.Deal;
import dev.interlock.contract.contact.Known;
import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.core.run.Memory;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a run wrote itself, as `attribute=value`, so that somebody else's later change of the same
/// attribute can be told from its own. Values that are templates count as written whatever they
/// are.
final class OwnWrites {
  private static final char BEFORE_VALUE = '=';

  private OwnWrites() {}

  static Optional<String> by(Action action) {
    return Attributes.writtenBy(action).map(attribute -> attribute + value(action));
  }

  static String by(Leaves leaves) {
    return Attributes.writtenBy(leaves) + value(leaves);
  }

  /// The attributes that still show what the run wrote.
  static Set<String> still(Memory memory, ContactSnapshot contact) {
    return memory.ownWrites().stream()
        .filter(write -> stillShows(write, memory, contact))
        .map(OwnWrites::attribute)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String attribute(String write) {
    int at = write.lastIndexOf(BEFORE_VALUE);
    return at < 0 ? write : write.substring(0, at);
  }

  private static boolean stillShows(String write, Memory memory, ContactSnapshot contact) {
    String attribute = attribute(write);
    if (!attribute.startsWith(Attributes.STAGE) || attribute.length() == write.length()) {
      return true;
    }
    var pipeline = new PipelineName(attribute.substring(Attributes.STAGE.length()));
    String written = write.substring(attribute.length() + 1);
    return switch (OwnDeal.meant(pipeline, memory.deals(), contact)) {
      case Known.Unsaid<Optional<Deal>> _ -> true;
      case Known.Said<Optional<Deal>>(var deal) ->
          deal.map(one -> one.stage().stage().text().equals(written)).orElse(false);
    };
  }

  private static String value(Action action) {
    return action instanceof Action.MoveTo(var stage) ? BEFORE_VALUE + stage.stage().text() : "";
  }

  private static String value(Leaves leaves) {
    return leaves instanceof Leaves.AtStage(var stage) ? BEFORE_VALUE + stage.stage().text() : "";
  }
}
