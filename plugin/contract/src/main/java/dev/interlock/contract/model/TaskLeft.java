package dev.interlock.contract.model;

import java.util.List;

/// What becomes of a task that the run made and that is still open when it leaves by an exit.
///
/// @param title the title that the step gives the task, as a template
public record TaskLeft(String title, Fate fate) {
  public TaskLeft {
    title = Texts.required("a task's title", title);
  }

  /// The titles of the tasks that runs tick off when they leave by the exit.
  public static List<String> tickedOffBy(Exit exit) {
    return exit.tasks().stream()
        .filter(task -> task.fate() == Fate.TICKED_OFF)
        .map(TaskLeft::title)
        .toList();
  }

  /// What becomes of it.
  public enum Fate {
    /// People still have to do it.
    KEPT,
    /// Nobody has to do it any more: the run ticks it off.
    TICKED_OFF
  }
}
