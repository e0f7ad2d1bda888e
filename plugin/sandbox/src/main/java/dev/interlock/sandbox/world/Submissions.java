package dev.interlock.sandbox.world;

import dev.interlock.sandbox.records.By;
import java.util.ArrayList;
import java.util.List;

/// The forms that contacts filled in. No webhook tells of them, as in the real CRM, unless the
/// account has it on that they show as messages.
public final class Submissions {
  private final Ground ground;
  private final List<Submission> all = new ArrayList<>();
  private boolean messages;

  Submissions(Ground ground) {
    this.ground = ground;
  }

  /// From now on each shows as a message as well, which a webhook tells.
  public void showAsMessages() {
    messages = true;
  }

  /// Whether each shows as a message as well.
  public boolean areMessages() {
    return messages;
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
