package dev.interlock.app.preflight;

import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Operation.FieldKind;
import dev.interlock.crm.inventory.Right;
import java.util.List;
import java.util.Set;

/// Something that contracts need of an account.
public sealed interface Demand {

  /// A pipeline with its stages in the order that contracts go by.
  record Pipeline(String name, List<Stage> stages, Set<String> by) implements Demand {
    public Pipeline {
      stages = List.copyOf(stages);
    }

    /// Their names.
    List<String> stageNames() {
      return stages.stream().map(Stage::name).toList();
    }
  }

  /// A stage of a pipeline.
  record Stage(String name, Set<String> by) {}

  record Tag(String name, Set<String> by) implements Demand {}

  record Field(String name, FieldKind holds, List<String> options, Set<String> by)
      implements Demand {
    public Field {
      options = List.copyOf(options);
    }
  }

  /// Somebody in teams.
  record User(String name, List<String> teams, Set<String> by) implements Demand {
    public User {
      teams = List.copyOf(teams);
    }
  }

  record Calendar(String name, Set<String> by) implements Demand {}

  /// One of the CRM's own automations that contracts start or stop.
  record Automation(String name, Set<String> by) implements Demand {}

  /// A value that differs per client.
  record Setting(String name, String meaning, String example, Set<String> by) implements Demand {}

  /// Messages go out by the channel.
  record Sending(Channel channel, Set<String> by) implements Demand {}

  /// The token has to allow this.
  record Token(Right right, Set<String> by) implements Demand {}

  /// Times of day mean something.
  record Zone() implements Demand {}
}
