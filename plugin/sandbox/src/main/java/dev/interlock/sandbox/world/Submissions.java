package dev.interlock.sandbox.world;

import dev.interlock.sandbox.records.By;
import java.util.ArrayList;
import java.util.List;

/// The forms that contacts filled in. No webhook tells of them, as in the real CRM.
public final class Submissions {
  private final Ground ground;
  private final List<Submission> all = new ArrayList<>();

  Submissions(Ground ground) {
    this.ground = ground;
  }

  /// All submissions, oldest first.
  public List<Submission> all() {
    return List.copyOf(all);
  }

  /// Takes in a filled form.
  public Submission receive(Form form, String contactId) {
    var id = ground.newId("submission", contactId);
    var submission = new Submission(id, form.id(), contactId, ground.now());
    all.add(submission);
    ground.tell(new Change.Created(submission, By.PERSON, ground.now()));
    return submission;
  }
}
