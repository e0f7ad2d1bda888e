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
import java.time.Duration;
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
  /// what we wanted to write.
  private Sent missingOrInvalid(ContactId contact, Answer.Failed<?> failed) {
    String words = failed.failure().inWords();
    Optional<String> gone = Gone.reason(api.contacts().contact(contact.text()));
    if (gone.isPresent()) {
      return new Sent.ContactGone(gone.get());
    }
    if (names.proveOutdated()) {
      return new Sent.TryLater(
          Advice.SHORT, words + "; things in the account have changed since we last looked", true);
    }
    return new Sent.Refused("invalid", words);
  }
}
