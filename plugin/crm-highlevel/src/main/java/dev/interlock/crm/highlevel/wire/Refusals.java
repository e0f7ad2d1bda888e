package dev.interlock.crm.highlevel.wire;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Recognises the refusals that the CRM tells by words rather than by codes.
final class Refusals {
  private static final Pattern DND =
      Pattern.compile("dnd is active(?: for ([\\w -]+))?", Pattern.CASE_INSENSITIVE);

  private static final List<String> BAD_ADDRESS =
      List.of(
          "e-mail is invalid",
          "email is invalid",
          "missing phone number",
          "missing email",
          "invalid country calling code");

  private Refusals() {}

  /// The refusal that a 400 or 422 stands for, if it is one that we know.
  static Optional<Failure> in(Reply reply) {
    String message = String.join("; ", reply.messages());
    String words = message.toLowerCase(Locale.ROOT);
    if (words.contains("does not allow duplicated contacts")) {
      return duplicateContact(reply);
    }
    if (reply.code().equals("OPPORTUNITY_NO_DUPLICATE")
        || words.contains("can not create duplicate opportunity")) {
      return reply.meta().text("existingId").map(Failure.DuplicateOpportunity::new);
    }
    if (words.contains("slot you have selected is no longer available")) {
      return Optional.of(new Failure.SlotTaken());
    }
    if (words.contains("has unsubscribed")) {
      return Optional.of(new Failure.Unsubscribed());
    }
    if (BAD_ADDRESS.stream().anyMatch(words::contains)) {
      return Optional.of(new Failure.InvalidAddress(Wording.cleaned(message)));
    }
    return dnd(message);
  }

  private static Optional<Failure> duplicateContact(Reply reply) {
    String field = reply.meta().text("matchingField").orElse("");
    return reply.meta().text("contactId").map(id -> new Failure.DuplicateContact(id, field));
  }

  private static Optional<Failure> dnd(String message) {
    Matcher dnd = DND.matcher(message);
    if (!dnd.find()) {
      return Optional.empty();
    }
    String channel = dnd.group(1);
    return Optional.of(new Failure.DndActive(channel == null ? "this channel" : channel.strip()));
  }
}
