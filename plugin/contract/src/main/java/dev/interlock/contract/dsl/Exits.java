package dev.interlock.contract.dsl;

import dev.interlock.contract.model.Continuation;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.ExitKind;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.contract.model.TagName;
import java.util.List;

/// The words of endings: `exit("booked", SUCCESS).leaves(stage(SALES, BOOKED),
/// tag("booked")).routesTo("reminders")`.
public final class Exits {
  public static final ExitKind SUCCESS = ExitKind.SUCCESS;
  public static final ExitKind DECLINED = ExitKind.DECLINED;
  public static final ExitKind UNRESPONSIVE = ExitKind.UNRESPONSIVE;
  public static final ExitKind HANDOVER = ExitKind.HANDOVER;
  public static final ExitKind FAILED = ExitKind.FAILED;
  public static final ExitKind DISPLACED = ExitKind.DISPLACED;
  public static final ExitKind WITHDRAWN = ExitKind.WITHDRAWN;

  private Exits() {}

  /// An ending of this kind.
  public static Exit exit(String name, ExitKind kind) {
    return new Exit(
        new ExitName(name),
        kind,
        "",
        List.of(),
        List.of(),
        List.of(),
        new Continuation.Nothing(),
        Position.ofCaller());
  }

  /// Leaves the contact's opportunity at the stage.
  public static Leaves stage(PipelineName pipeline, StageName stage) {
    return new Leaves.AtStage(new StageRef(pipeline, stage));
  }

  /// Leaves the contact with the tag.
  public static Leaves tag(String tag) {
    return new Leaves.Tagged(new TagName(tag));
  }

  /// Leaves the contact without the tag.
  public static Leaves noTag(String tag) {
    return new Leaves.NotTagged(new TagName(tag));
  }

  /// Leaves this value in the field.
  public static Leaves field(String field, String value) {
    return new Leaves.FieldSet(new FieldName(field), value);
  }

  /// Leaves the contact's opportunity marked so.
  public static Leaves deal(PipelineName pipeline, DealStatus status) {
    return new Leaves.DealMarked(pipeline, status);
  }
}
