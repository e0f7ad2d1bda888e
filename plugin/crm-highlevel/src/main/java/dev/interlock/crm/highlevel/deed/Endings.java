package dev.interlock.crm.highlevel.deed;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.crm.Sent;
import dev.interlock.crm.highlevel.names.AccountNames;
import dev.interlock.crm.highlevel.outcome.Advice;
import dev.interlock.crm.highlevel.outcome.Gone;
import dev.interlock.crm.highlevel.wire.Answer;
import dev.interlock.crm.highlevel.wire.Effect;
import dev.interlock.crm.highlevel.wire.Failure;
import dev.interlock.crm.highlevel.wire.HighLevelApi;
import dev.interlock.crm.highlevel.wire.Operation;
import dev.interlock.crm.highlevel.wire.WireContact;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How a deed ends when one of its calls failed. The one place where that is decided.
final class Endings {
  private final HighLevelApi api;
  private final AccountNames names;

  Endings(HighLevelApi api, AccountNames names) {
    this.api = api;
    this.names = names;
  }

  /// What a failed call for the contact means for the deed that needed it.
  Sent of(ContactId contact, Answer.Failed<?> failed) {
    String words = failed.failure().inWords();
    return switch (failed.failure()) {
      // configuration and not the deed is at fault: it waits until somebody has seen to that
      case Failure.Unauthorized refusal
          when refusal.kind() == Failure.Unauthorized.Kind.EXPIRED_TOKEN ->
          new Sent.TryLater(Advice.LONG, Advice.on(failed, refusal), false);
      case Failure.Unauthorized refusal ->
          new Sent.Refused(Advice.code(refusal), Advice.on(failed, refusal));
      case Failure.Forbidden refusal -> new Sent.TryLater(Advice.LONG, Advice.on(refusal), false);
      case Failure.RateLimited(Duration pause, _) -> new Sent.TryLater(pause, words, false);
      case Failure.Withheld(Duration pause, _) -> new Sent.TryLater(pause, words, false);
      case Failure.DndActive _, Failure.Unsubscribed _, Failure.InvalidAddress _ ->
          new Sent.Blocked(words);
      case Failure.Refusal _ -> new Sent.Refused("refused", words);
      case Failure.NotFound _, Failure.Invalid _ -> missingOrInvalid(contact, failed);
      case Failure.Conflict _,
          Failure.ServerError _,
          Failure.TimedOut _,
          Failure.Unreadable _,
          Failure.DeniesSuccess _,
          Failure.ConnectionFailed _,
          Failure.ConnectionLost _,
          Failure.Unexpected _ ->
          isInDoubt(failed)
              ? new Sent.InDoubt(words)
              : new Sent.TryLater(Advice.SHORT, words, true);
    };
  }

  /// Even a success whose answer is unreadable is in doubt: a look may find what was made, and its
  /// number. What can be repeated without harm is simply repeated.
  private static boolean isInDoubt(Answer.Failed<?> failed) {
    return failed.operation().repeat() == Operation.Repeat.UNSAFE
        && failed.effect() != Effect.IMPOSSIBLE;
  }

  /// Something that was named is not there or not right: the contact, a thing whose id we keep, or
  /// what we wanted to write. Which it is has to be read. Where that cannot be done at the moment,
  /// the deed waits: what passes is no reason to refuse it for good.
  private Sent missingOrInvalid(ContactId contact, Answer.Failed<?> failed) {
    String words = failed.failure().inWords();
    Answer<WireContact> reading = api.contacts().contact(contact.text());
    Optional<String> gone = Gone.reason(reading);
    if (gone.isPresent()) {
      return new Sent.ContactGone(gone.get());
    }
    Optional<Sent> unread = ifItPasses(reading, words);
    if (unread.isPresent()) {
      return unread.get();
    }
    List<Answer<Boolean>> outdated = names.outdated();
    if (outdated.stream().anyMatch(each -> each.success().orElse(false))) {
      return new Sent.TryLater(
          Advice.SHORT, words + "; things in the account have changed since we last looked", true);
    }
    return outdated.stream()
        .flatMap(each -> ifItPasses(each, words).stream())
        .findFirst()
        .orElseGet(() -> new Sent.Refused("invalid", words));
  }

  /// When to do the deed again, where a reading failed because of something that passes.
  private static Optional<Sent> ifItPasses(Answer<?> reading, String words) {
    if (!(reading instanceof Answer.Failed<?> failed)) {
      return Optional.empty();
    }
    String reason = words + "; why cannot be read: " + failed.failure().inWords();
    return switch (failed.failure()) {
      case Failure.RateLimited(var pause, _) ->
          Optional.of(new Sent.TryLater(pause, reason, false));
      case Failure.Withheld(var pause, _) -> Optional.of(new Sent.TryLater(pause, reason, false));
      case Failure.Conflict _,
          Failure.ServerError _,
          Failure.TimedOut _,
          Failure.Unreadable _,
          Failure.ConnectionFailed _,
          Failure.ConnectionLost _ ->
          Optional.of(new Sent.TryLater(Advice.SHORT, reason, true));
      case Failure _ -> Optional.empty();
    };
  }
}
