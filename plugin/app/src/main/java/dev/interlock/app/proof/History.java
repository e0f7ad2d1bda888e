package dev.interlock.app.proof;

import dev.interlock.sandbox.records.CardRow;
import dev.interlock.sandbox.records.ContactRow;
import dev.interlock.sandbox.records.SandboxRecords;
import dev.interlock.sandbox.records.StageMove;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// How contacts were at an earlier moment, by what the sandbox wrote down.
record History(SandboxRecords crm) {

  /// The stages at which the contact's card stood at that moment. They are several when it was
  /// moved in that very moment, as when one workflow ends and the next begins.
  Set<String> stagesAt(ContactRow contact, String pipeline, Instant at) {
    List<StageMove> moves =
        crm.stageMoves().stream()
            .filter(move -> move.contactId().equals(contact.id()))
            .filter(move -> move.pipeline().equals(pipeline))
            .toList();
    var stages = new HashSet<String>();
    stages.add(stageBefore(moves, at, contact, pipeline));
    moves.stream().filter(move -> move.at().equals(at)).map(StageMove::to).forEach(stages::add);
    return stages;
  }

  private static String stageBefore(
      List<StageMove> moves, Instant at, ContactRow contact, String pipeline) {
    return moves.reversed().stream()
        .filter(move -> move.at().isBefore(at))
        .map(StageMove::to)
        .findFirst()
        .or(() -> moves.stream().map(StageMove::from).findFirst())
        .or(() -> contact.cardIn(pipeline).map(CardRow::stage))
        .orElse("no stage");
  }

  /// The tags that the contact had at that moment, in lower case as the CRM keeps them.
  Set<String> tagsAt(ContactRow contact, Instant at) {
    var tags = new HashSet<String>();
    crm.tagChanges().stream()
        .filter(change -> change.contactId().equals(contact.id()))
        .filter(change -> !change.at().isAfter(at))
        .forEach(change -> {
          change.added().forEach(tag -> tags.add(tag.toLowerCase(Locale.ROOT)));
          change.removed().forEach(tag -> tags.remove(tag.toLowerCase(Locale.ROOT)));
        });
    return tags;
  }
}
