package dev.interlock.crm.highlevel.deed;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.crm.Ending;
import dev.interlock.crm.Sent;
import dev.interlock.crm.highlevel.outcome.Advice;
import dev.interlock.crm.highlevel.wire.Answer;
import dev.interlock.crm.highlevel.wire.Done;
import dev.interlock.crm.highlevel.wire.Effect;
import dev.interlock.crm.highlevel.wire.Failure;
import dev.interlock.crm.highlevel.wire.TriggerCalls;
import dev.interlock.crm.highlevel.wire.TriggerEvent;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Tells triggers of HighLevel's workflows that runs have ended.
///
/// The vendor does not say what they answer. So whatever is a success by its status is one, a token
/// that is still refused after it was renewed is refused for good, as every other 4xx is, and
/// everything else is tried again.
public record Announcing(InstallationId installation, TriggerCalls triggers) {

  /// Tells one.
  public Sent announce(String target, Ending ending) {
    Optional<String> whyNot = triggers.whyNot(target);
    if (whyNot.isPresent()) {
      return new Sent.Refused("address", whyNot.get());
    }
    return ended(triggers.execute(target, new TriggerEvent(ending.trigger(), values(ending))));
  }

  /// The contact goes by both names under which workflows have been seen to look for it.
  private Map<String, String> values(Ending ending) {
    var values = new LinkedHashMap<String, String>();
    values.put("id", ending.key());
    values.put("contract", ending.contract().text());
    values.put("exit", ending.exit().text());
    values.put("meaning", ending.meaning());
    values.put("contactId", ending.contact().text());
    values.put("contact_id", ending.contact().text());
    ending.deal().ifPresent(deal -> values.put("opportunityId", deal.text()));
    values.put("locationId", installation.text());
    values.put("endedAt", ending.at().truncatedTo(ChronoUnit.SECONDS).toString());
    return values;
  }

  private static Sent ended(Answer<Done> answer) {
    return switch (answer) {
      case Answer.Ok<Done> _ -> new Sent.Done(Optional.empty(), Optional.empty());
      case Answer.Failed<Done> failed -> ended(failed);
    };
  }

  private static Sent ended(Answer.Failed<Done> failed) {
    String words = failed.failure().inWords();
    return switch (failed.failure()) {
      case Failure.Unreadable _ -> new Sent.Done(Optional.empty(), Optional.empty());
      case Failure.Unauthorized refusal ->
          new Sent.Refused(Advice.code(refusal), Advice.on(failed, refusal));
      case Failure.Forbidden refusal -> new Sent.Refused("forbidden", Advice.on(refusal));
      case Failure.RateLimited(var pause, _) -> new Sent.TryLater(pause, words, false);
      case Failure.Withheld(var pause, _) -> new Sent.TryLater(pause, words, false);
      case Failure.NotFound _, Failure.Conflict _, Failure.Invalid _, Failure.Refusal _ ->
          new Sent.Refused("refused", words);
      case Failure.Unexpected(var status, _) when status != 408 && status != 425 ->
          new Sent.Refused("http-" + status, words);
      case Failure.Unexpected _,
          Failure.ServerError _,
          Failure.TimedOut _,
          Failure.DeniesSuccess _,
          Failure.ConnectionFailed _,
          Failure.ConnectionLost _ ->
          failed.effect() == Effect.IMPOSSIBLE
              ? new Sent.TryLater(Advice.SHORT, words, true)
              : new Sent.InDoubt(words);
    };
  }
}
