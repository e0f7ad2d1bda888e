package dev.interlock.crm.highlevel.deed;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.crm.Deed;
import dev.interlock.crm.Found;
import dev.interlock.crm.Read;
import dev.interlock.crm.highlevel.contact.Deals;
import dev.interlock.crm.highlevel.names.BoundPipeline;
import dev.interlock.crm.highlevel.names.ContactFields.Bound;
import dev.interlock.crm.highlevel.names.Lookup;
import dev.interlock.crm.highlevel.outcome.Gone;
import dev.interlock.crm.highlevel.outcome.Reads;
import dev.interlock.crm.highlevel.wire.Answer;
import dev.interlock.crm.highlevel.wire.WireContact;
import dev.interlock.crm.highlevel.wire.WireOpportunity;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Looks whether a deed in doubt took effect.
///
/// HighLevel shows what was written only after a while. What is not there within that time may
/// still come, and is never taken for something that did not happen.
public final class Looks {
  /// A request of ours can be under way for half a minute before it takes effect, and what it did
  /// has been seen to show only half a minute later; the rest is for clocks that differ.
  static final Duration LAG = Duration.ofSeconds(90);

  private final Account account;
  private final DealDeeds deals;
  private final MessageTraces messages;
  private final InstantSource clock;

  Looks(Account account, DealDeeds deals, InstantSource clock) {
    this.account = account;
    this.deals = deals;
    this.messages = new MessageTraces(account.api());
    this.clock = clock;
  }

  public Found look(ContactId contact, Deed deed, Instant triedAt, Set<MessageId> others) {
    Read<Trace> trace =
        switch (deed) {
          case Deed.SendSms sms -> Reads.of(messages.of(contact, sms, triedAt, others));
          case Deed.SendEmail email -> Reads.of(messages.of(contact, email, triedAt, others));
          case Deed.AddTag(var tag) -> contact(contact, it -> Tagging.has(it, tag));
          case Deed.RemoveTag(var tag) -> contact(contact, it -> !Tagging.has(it, tag));
          case Deed.SetField(var field, var value) -> field(contact, field, value);
          case Deed.ClearField(var field) -> field(contact, field, "");
          case Deed.Assign(var user) -> assigned(contact, user);
          case Deed.MoveDeal move -> moved(contact, move);
          case Deed.MarkDeal(var pipeline, var status, var only) ->
              deal(contact, pipeline, only, it -> Deals.status(it.status().orElse("")) == status);
          case Deed.ValueDeal(var pipeline, var value, var only) ->
              deal(
                  contact,
                  pipeline,
                  only,
                  it -> it.monetaryValue().filter(has -> has.compareTo(value) == 0).isPresent());
          case Deed.CreateTask task -> task(contact, task.mark());
          case Deed.Notify notify -> task(contact, notify.mark());
          case Deed.CompleteTasks(var tasks) ->
              Reads.of(account.api().contactWork().tasks(contact.text()))
                  .map(all -> Trace.of(Work.open(all, tasks).isEmpty()));
          case Deed.AddNote note ->
              Reads.of(account.api().contactWork().notes(contact.text()))
                  .map(all -> Trace.of(Work.noteWith(note.mark(), all).map(it -> it.id())));
          case Deed.StartAutomation _ ->
              new Read.Got<>(
                  new Trace.Unclear("the CRM does not tell who is in one of its workflows"));
          // it cannot be seen either, but to do it once more does no harm
          case Deed.StopAutomation _ -> new Read.Got<>(new Trace.Nothing());
        };
    return inWords(trace, triedAt);
  }

  private Found inWords(Read<Trace> trace, Instant triedAt) {
    return switch (trace) {
      case Read.Got<Trace>(Trace.Seen(var message, var reference)) ->
          new Found.Happened(message, reference);
      case Read.Got<Trace>(Trace.Unclear(var reason)) -> new Found.CannotTell(reason);
      case Read.Got<Trace>(Trace.Nothing _) -> notThere(triedAt);
      case Read.Gone<Trace> _ -> notThere(triedAt);
      case Read.TryLater<Trace>(_, var reason) -> new Found.NotYet(reason);
      case Read.Refused<Trace>(_, var reason) -> new Found.CannotTell(reason);
    };
  }

  private Found notThere(Instant triedAt) {
    return account.api().calls().theirs(clock.instant()).isBefore(triedAt.plus(LAG))
        ? new Found.NotYet("the CRM may still show it; look again after " + triedAt.plus(LAG))
        : new Found.DidNot();
  }

  private Read<Trace> contact(ContactId contact, Predicate<WireContact> seen) {
    return whole(contact).map(found -> Trace.of(seen.test(found)));
  }

  private Read<WireContact> whole(ContactId contact) {
    Answer<WireContact> answer = account.api().contacts().contact(contact.text());
    Optional<String> gone = Gone.reason(answer);
    return gone.isPresent() ? new Read.Gone<>(gone.get()) : Reads.of(answer);
  }

  private Read<Trace> field(ContactId contact, FieldName name, String value) {
    return Reads.of(account.names().fields())
        .then(fields ->
            switch (fields.called(name)) {
              case Lookup.One<Bound>(var field) ->
                  contact(contact, it -> FieldStates.stands(it, field, value.strip()));
              case Lookup.None<Bound> _, Lookup.Several<Bound> _ ->
                  new Read.Got<>(new Trace.Nothing());
            });
  }

  private Read<Trace> assigned(ContactId contact, String user) {
    return Reads.of(account.names().users())
        .then(users ->
            contact(
                contact,
                it -> it.assignedTo().flatMap(users::nameOf).filter(user::equals).isPresent()));
  }

  private Read<Trace> task(ContactId contact, String mark) {
    return Reads.of(account.api().contactWork().tasks(contact.text()))
        .map(all -> Trace.of(Work.taskWith(mark, all).map(it -> it.id())));
  }

  private Read<Trace> moved(ContactId contact, Deed.MoveDeal move) {
    return Reads.of(account.names().pipelines())
        .then(pipelines -> {
          if (!(pipelines.called(move.pipeline().name())
              instanceof Lookup.One<BoundPipeline>(var pipeline))) {
            return new Read.Got<>(new Trace.Nothing());
          }
          return standing(contact, pipeline, move.deal())
              .map(deal ->
                  Trace.of(
                      deal.filter(it -> standsAt(it, pipeline, move)).map(WireOpportunity::id)));
        });
  }

  private static boolean standsAt(
      WireOpportunity deal, BoundPipeline pipeline, Deed.MoveDeal move) {
    return deal.pipelineStageId().map(pipeline::nameOf).filter(move.to()::equals).isPresent();
  }

  private Read<Trace> deal(
      ContactId contact,
      PipelineName name,
      Optional<DealId> only,
      Predicate<WireOpportunity> seen) {
    return Reads.of(account.names().pipelines())
        .then(pipelines ->
            pipelines.called(name) instanceof Lookup.One<BoundPipeline>(var pipeline)
                ? standing(contact, pipeline, only)
                    .map(deal -> Trace.of(deal.filter(seen).map(WireOpportunity::id)))
                : new Read.Got<>(new Trace.Nothing()));
  }

  private Read<Optional<WireOpportunity>> standing(
      ContactId contact, BoundPipeline pipeline, Optional<DealId> only) {
    return Reads.of(deals.deals().of(contact, only)).map(all -> DealDeeds.meant(all, pipeline));
  }
}
