package dev.interlock.handbook.page;

import com.github.jknack.handlebars.Handlebars.SafeString;
import dev.interlock.handbook.page.StepView.Way;
import java.util.List;

/// The page of one workflow.
///
/// @param begins what begins it, as a sentence
/// @param facts owner, lane and the like, in few words
/// @param running how many runs are under way; none when nobody counted
/// @param drawing the path as SVG
/// @param handlersDrawing what happens at any time, as SVG; empty when nothing does
/// @param proof what was proved
/// @param findings what was found
/// @param accepted findings that somebody answers for until a date
/// @param taken what its author takes on, so that it is not proved
/// @param checks the page of all checks
public record WorkflowView(
    Frame frame,
    String title,
    String purpose,
    String milestone,
    String begins,
    List<Labelled> facts,
    List<Long> running,
    List<Clause> entry,
    Exclusion exclusion,
    List<String> policies,
    SafeString drawing,
    SafeString handlersDrawing,
    List<StepView> steps,
    List<Handled> handlers,
    List<ExitView> exits,
    List<String> changes,
    List<Labelled> questions,
    String version,
    String hash,
    String checks,
    ProofView proof,
    List<FindingView> findings,
    List<AcceptedView> accepted,
    List<TakenView> taken) {
  public WorkflowView {
    facts = List.copyOf(facts);
    running = List.copyOf(running);
    entry = List.copyOf(entry);
    policies = List.copyOf(policies);
    steps = List.copyOf(steps);
    handlers = List.copyOf(handlers);
    exits = List.copyOf(exits);
    changes = List.copyOf(changes);
    questions = List.copyOf(questions);
    findings = List.copyOf(findings);
    accepted = List.copyOf(accepted);
    taken = List.copyOf(taken);
  }

  /// One clause of the entry filter.
  ///
  /// @param words the clause without its reason
  /// @param admits whether the clause demands something, rather than ruling something out
  /// @param details what differs from the usual treatment, as sentences
  public record Clause(String words, String reason, boolean admits, List<String> details) {
    public Clause {
      details = List.copyOf(details);
    }
  }

  /// What keeps the workflow from colliding with others.
  ///
  /// @param sentences the claim, what happens when it is taken, and re-entry
  /// @param others the workflows that it excludes and that exclude it
  public record Exclusion(List<String> sentences, List<Link> others) {
    public Exclusion {
      sentences = List.copyOf(sentences);
      others = List.copyOf(others);
    }
  }

  /// A run-wide handler.
  public record Handled(String anchor, Way way) {}
}
