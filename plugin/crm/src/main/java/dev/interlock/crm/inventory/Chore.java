package dev.interlock.crm.inventory;

import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Operation.FieldKind;
import java.util.List;

/// Something that only a person can do in the CRM.
public sealed interface Chore {

  record MakePipeline(String name, List<String> stages) implements Chore {
    public MakePipeline {
      stages = List.copyOf(stages);
    }
  }

  /// Add a stage to a pipeline that is there.
  ///
  /// @param after the stage that it comes after; empty for the first one
  record AddStage(String pipeline, String stage, String after) implements Chore {}

  /// Put the stages of a pipeline into another order.
  ///
  /// @param stages in the order that contracts go by
  record OrderStages(String pipeline, List<String> stages) implements Chore {
    public OrderStages {
      stages = List.copyOf(stages);
    }
  }

  record MakeTag(String name) implements Chore {}

  record MakeField(String name, FieldKind holds, List<String> options) implements Chore {
    public MakeField {
      options = List.copyOf(options);
    }
  }

  /// A field of that name holds something else.
  record ReplaceField(String name, FieldKind holds) implements Chore {}

  record AddOptions(String field, List<String> options) implements Chore {
    public AddOptions {
      options = List.copyOf(options);
    }
  }

  record AddUser(String name) implements Chore {}

  record MakeCalendar(String name) implements Chore {}

  record ActivateCalendar(String name) implements Chore {}

  record MakeAutomation(String name) implements Chore {}

  record PublishAutomation(String name) implements Chore {}

  record MakeValue(String name) implements Chore {}

  /// A value of that name is there, and empty.
  record FillValue(String name) implements Chore {}

  record SetTimeZone() implements Chore {}

  /// Make it possible to write to people by the channel.
  record SetUpSending(Channel channel) implements Chore {}

  record GrantScope(String scope) implements Chore {}

  /// Give something another name.
  ///
  /// @param within the pipeline of a stage; empty for everything else
  record Rename(Thing.Kind kind, String within, String from, String to) implements Chore {}

  /// Leave one thing of the name, by renaming or deleting the others.
  ///
  /// @param within the pipeline of a stage; empty for everything else
  record LeaveOne(Thing.Kind kind, String within, String name) implements Chore {}
}
