package dev.interlock.crm.highlevel.deed;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.crm.Deed;
import dev.interlock.crm.Sent;
import dev.interlock.crm.highlevel.wire.NewTask;
import dev.interlock.crm.highlevel.wire.WireNote;
import dev.interlock.crm.highlevel.wire.WireTask;
import java.util.List;
import java.util.Optional;

/// Gives people work about a contact: tasks and notes.
///
/// To notify somebody is to give them a task. HighLevel's API can post no notification of its own,
/// and a task is the one thing that HighLevel tells its assignee of and that does not get lost.
record Work(Account account) {
  private static final int LONGEST_TITLE = 80;

  Sent create(ContactId contact, Deed.CreateTask deed) {
    var task =
        NewTask.titled(deed.title(), deed.due()).saying(Marks.marked(deed.body(), deed.mark()));
    return assignee(contact, deed.user()).end(user -> create(contact, task.assignedTo(user)));
  }

  Sent notify(ContactId contact, Deed.Notify deed) {
    var task =
        NewTask.titled(title(deed.text()), deed.due())
            .saying(Marks.marked(deed.text(), deed.mark()));
    return assignee(contact, Optional.of(deed.user()))
        .end(user -> create(contact, task.assignedTo(user)));
  }

  private Sent create(ContactId contact, NewTask task) {
    return account.finish(
        contact,
        account.api().contactWork().createTask(contact.text(), task),
        made -> Optional.of(made.id()));
  }

  private SoFar<String> assignee(ContactId contact, Optional<String> user) {
    return user.isEmpty()
        ? new SoFar.Ready<>("")
        : account.user(contact, user.get()).then(found -> new SoFar.Ready<>(found.id()));
  }

  /// The first line, shortened between words.
  private static String title(String text) {
    String line = text.strip().lines().findFirst().orElse("");
    if (line.length() <= LONGEST_TITLE) {
      return line;
    }
    int blank = line.lastIndexOf(' ', LONGEST_TITLE - 1);
    return line.substring(0, blank > 0 ? blank : LONGEST_TITLE - 1).strip() + "…";
  }

  Sent complete(ContactId contact, List<String> tasks) {
    return account
        .need(contact, account.api().contactWork().tasks(contact.text()))
        .end(all -> tickOff(contact, open(all, tasks)));
  }

  static List<WireTask> open(List<WireTask> all, List<String> tasks) {
    return all.stream()
        .filter(task -> tasks.contains(task.id()))
        .filter(task -> !task.completed().orElse(false))
        .toList();
  }

  private Sent tickOff(ContactId contact, List<WireTask> open) {
    Sent sent = new Sent.AlreadySo();
    for (WireTask task : open) {
      sent =
          account.finish(
              contact,
              account.api().contactWork().setTaskCompleted(contact.text(), task.id(), true));
      if (!(sent instanceof Sent.Done)) {
        return sent;
      }
    }
    return sent;
  }

  Sent note(ContactId contact, Deed.AddNote deed) {
    String text = Marks.marked(deed.body(), deed.mark());
    return account.finish(
        contact,
        account.api().contactWork().createNote(contact.text(), text),
        made -> Optional.of(made.id()));
  }

  static Optional<WireTask> taskWith(String mark, List<WireTask> tasks) {
    return tasks.stream().filter(task -> Marks.carries(task.body(), mark)).findFirst();
  }

  static Optional<WireNote> noteWith(String mark, List<WireNote> notes) {
    return notes.stream().filter(note -> Marks.carries(note.body(), mark)).findFirst();
  }
}
