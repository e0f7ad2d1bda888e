package dev.interlock.handbook.page;

import dev.interlock.handbook.words.Template;
import java.util.List;

/// One step in words.
///
/// @param anchor its place in the page
/// @param look how the stylesheet marks it
/// @param sort what sort of step it is, in a word or two
/// @param when when it is done, in a few words
/// @param order what it does
/// @param name what its author called it
/// @param why the reason its author gave; empty text when none was given
/// @param message the text that is sent, in pieces; empty when nothing is
/// @param terms special terms of a message, as sentences
/// @param failures what happens when it goes wrong, as sentences
/// @param ways where the path goes from here, when there is more than one way
/// @param leaves the ending by which the step leaves; none or one
public record StepView(
    String anchor,
    String look,
    String sort,
    String when,
    String order,
    String name,
    String why,
    List<Template.Piece> message,
    List<String> terms,
    List<String> failures,
    List<Way> ways,
    List<Ending> leaves) {
  public StepView {
    leaves = List.copyOf(leaves);
    message = List.copyOf(message);
    terms = List.copyOf(terms);
    failures = List.copyOf(failures);
    ways = List.copyOf(ways);
  }

  /// An ending of the workflow.
  public record Ending(String name, String href, String look) {}

  /// One way on.
  ///
  /// @param look how the stylesheet marks it
  /// @param heading when it is taken
  /// @param steps what is done then
  /// @param after the step that comes when these steps are done and none of them left; none or one
  /// @param leaves the ending by which the way leaves, when that is all it does; none or one
  public record Way(
      String look,
      String heading,
      String why,
      List<StepView> steps,
      List<Link> after,
      List<Ending> leaves) {
    public Way {
      leaves = List.copyOf(leaves);
      after = List.copyOf(after);
      steps = List.copyOf(steps);
    }
  }
}
