package dev.interlock.crm.highlevel.deed;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageName;
import dev.interlock.crm.Deed;
import dev.interlock.crm.Sent;
import dev.interlock.crm.highlevel.contact.DealReader;
import dev.interlock.crm.highlevel.contact.Deals;
import dev.interlock.crm.highlevel.contact.MadeLately;
import dev.interlock.crm.highlevel.names.BoundPipeline;
import dev.interlock.crm.highlevel.wire.Answer;
import dev.interlock.crm.highlevel.wire.Failure;
import dev.interlock.crm.highlevel.wire.NewOpportunity;
import dev.interlock.crm.highlevel.wire.OpportunityChange;
import dev.interlock.crm.highlevel.wire.WireOpportunity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Moves, marks and values a contact's opportunity.
///
/// HighLevel has no compare-and-set. So a move reads, checks that it goes forward, writes, and
/// reads back; whatever somebody else did in between shows in the last of these and is compared
/// anew by the next attempt.
record DealDeeds(Account account, DealReader deals, MadeLately madeLately) {
  private static final Duration SOON = Duration.ofSeconds(1);

  /// A move with everything in it bound.
  private record Move(
      ContactId contact, Deed.MoveDeal deed, BoundPipeline pipeline, String stageId) {}

  Sent move(ContactId contact, Deed.MoveDeal deed) {
    return bound(contact, deed)
        .end(move ->
            standing(contact, move.pipeline(), deed.deal())
                .end(deal -> deal.isPresent() ? advance(move, deal.get()) : create(move)));
  }

  private SoFar<Move> bound(ContactId contact, Deed.MoveDeal deed) {
    PipelineName name = deed.pipeline().name();
    return account
        .pipelineWith(contact, name, deed.to())
        .then(pipeline ->
            account
                .stage(name, pipeline, deed.to())
                .then(stage -> new SoFar.Ready<>(new Move(contact, deed, pipeline, stage.id()))));
  }

  /// The opportunity that is meant. Where a very one is meant, no other is taken in its place, and
  /// none is made.
  private SoFar<Optional<WireOpportunity>> standing(
      ContactId contact, BoundPipeline pipeline, Optional<DealId> only) {
    return account
        .need(contact, deals.of(contact, only))
        .then(all -> {
          Optional<WireOpportunity> deal = meant(all, pipeline);
          return deal.isEmpty() && only.isPresent()
              ? SoFar.refused(
                  "deal-gone",
                  "the opportunity that this is about is no longer in the pipeline, or no longer"
                      + " the contact's")
              : new SoFar.Ready<>(deal);
        });
  }

  /// The opportunity that contracts mean when they name the pipeline.
  static Optional<WireOpportunity> meant(List<WireOpportunity> all, BoundPipeline pipeline) {
    return all.stream().filter(each -> isIn(each, pipeline.id())).max(Deals.byMeaning());
  }

  private static boolean isIn(WireOpportunity deal, String pipelineId) {
    return deal.pipelineId().filter(pipelineId::equals).isPresent();
  }

  private Sent advance(Move move, WireOpportunity deal) {
    String from = deal.pipelineStageId().orElse("");
    if (from.equals(move.stageId())) {
      return new Sent.AlreadySo();
    }
    if (goesBack(move, from)) {
      return new Sent.Refused(
          "stage-backward",
          "the opportunity stands in '"
              + move.pipeline().nameOf(from)
              + "', and the way back to '"
              + move.deed().to()
              + "' is not declared");
    }
    var change = OpportunityChange.none().toStage(move.pipeline().id(), move.stageId());
    return account
        .need(move.contact(), account.api().opportunities().update(deal.id(), change))
        .end(_ -> readBack(move, deal.id()));
  }

  /// By the order that the operation declares. A stage that it does not declare stands where the
  /// account has it.
  private static boolean goesBack(Move move, String from) {
    Pipeline declared = move.deed().pipeline();
    StageName here = move.pipeline().nameOf(from);
    if (declared.indexOf(here).isPresent()) {
      return declared.isUnlawfulReturn(here, move.deed().to());
    }
    OptionalInt start = move.pipeline().placeOf(from);
    OptionalInt end = move.pipeline().placeOf(move.stageId());
    return start.isPresent() && end.isPresent() && end.getAsInt() < start.getAsInt();
  }

  private Sent create(Move move) {
    var opportunity =
        new NewOpportunity(
            move.contact().text(), move.deed().dealName(), move.pipeline().id(), move.stageId());
    return switch (account.api().opportunities().create(opportunity)) {
      case Answer.Ok<WireOpportunity>(_, var made, _) -> {
        madeLately.add(move.contact(), made.id());
        yield readBack(move, made.id());
      }
      case Answer.Failed<WireOpportunity>(_, Failure.DuplicateOpportunity(var existing), _, _) ->
          account
              .need(move.contact(), account.api().opportunities().opportunity(existing))
              .end(deal -> instead(move, deal));
      case Answer.Failed<WireOpportunity> failed -> account.endings().of(move.contact(), failed);
    };
  }

  /// The account allows one opportunity per contact, and there is one that the search did not find:
  /// because it is new, or because it is in another pipeline, from which it is not ours to take.
  private Sent instead(Move move, WireOpportunity deal) {
    if (isIn(deal, move.pipeline().id())) {
      madeLately.add(move.contact(), deal.id());
      return advance(move, deal);
    }
    return new Sent.Refused(
        "deal-elsewhere",
        "the account allows one opportunity per contact, and this contact has one in another"
            + " pipeline; allow several in the CRM's settings, or close that one");
  }

  private Sent readBack(Move move, String dealId) {
    return account
        .need(move.contact(), account.api().opportunities().opportunity(dealId))
        .end(deal ->
            deal.pipelineStageId().filter(move.stageId()::equals).isPresent()
                ? new Sent.Done(Optional.empty(), Optional.of(dealId))
                : new Sent.TryLater(
                    SOON, "somebody else moved the opportunity at the same time", true));
  }

  Sent mark(ContactId contact, Deed.MarkDeal deed) {
    return existing(contact, deed.pipeline(), deed.deal())
        .end(deal -> {
          if (Deals.status(deal.status().orElse("")) == deed.status()) {
            return new Sent.AlreadySo();
          }
          String word = Deals.word(deed.status());
          return account.finish(
              contact,
              account.api().opportunities().setStatus(deal.id(), word),
              _ -> Optional.of(deal.id()));
        });
  }

  Sent value(ContactId contact, Deed.ValueDeal deed) {
    return existing(contact, deed.pipeline(), deed.deal())
        .end(deal -> {
          if (deal.monetaryValue().filter(it -> it.compareTo(deed.value()) == 0).isPresent()) {
            return new Sent.AlreadySo();
          }
          var change = OpportunityChange.none().worth(deed.value());
          return account.finish(
              contact,
              account.api().opportunities().update(deal.id(), change),
              _ -> Optional.of(deal.id()));
        });
  }

  private SoFar<WireOpportunity> existing(
      ContactId contact, PipelineName pipeline, Optional<DealId> only) {
    return account
        .pipeline(contact, pipeline)
        .then(bound -> standing(contact, bound, only))
        .then(deal ->
            deal.<SoFar<WireOpportunity>>map(SoFar.Ready::new)
                .orElseGet(() ->
                    SoFar.refused(
                        "no-deal", "the contact has no opportunity in '" + pipeline + "'")));
  }
}
