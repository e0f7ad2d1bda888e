package dev.interlock.crm.inventory;

/// A name by which contracts mean something in an account.
///
/// @param within the name of the pipeline of a stage; empty for everything else
public record Name(Thing.Kind kind, String within, String text) {

  /// The name of a binding.
  public static Name of(Binding binding) {
    return new Name(binding.kind(), binding.within(), binding.name());
  }

  /// A name of something that is in nothing else.
  public static Name of(Thing.Kind kind, String text) {
    return new Name(kind, "", text);
  }

  /// The name of a stage.
  public static Name ofStage(String pipeline, String stage) {
    return new Name(Thing.Kind.STAGE, pipeline, stage);
  }
}
