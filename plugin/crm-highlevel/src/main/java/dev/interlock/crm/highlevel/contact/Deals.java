package dev.interlock.crm.highlevel.contact;

import dev.interlock.contract.contact.Deal;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.crm.highlevel.names.Pipelines;
import dev.interlock.crm.highlevel.wire.WireOpportunity;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Opportunities in the words of the domain, and back.
public final class Deals {
  private Deals() {}

  /// An opportunity without a place in a pipeline is none that a contract could mean.
  public static Optional<Deal> of(WireOpportunity opportunity, Pipelines pipelines) {
    return opportunity
        .pipelineId()
        .flatMap(pipeline ->
            opportunity
                .pipelineStageId()
                .map(stage ->
                    new Deal(
                        new DealId(opportunity.id()),
                        opportunity.name().orElse(""),
                        pipelines.placeOf(pipeline, stage),
                        status(opportunity.status().orElse("open")),
                        opportunity.monetaryValue(),
                        touchedAt(opportunity))));
  }

  /// A word that is not known counts as open: then at least nobody takes the deal for finished.
  public static DealStatus status(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "won" -> DealStatus.WON;
      case "lost" -> DealStatus.LOST;
      case "abandoned" -> DealStatus.ABANDONED;
      default -> DealStatus.OPEN;
    };
  }

  /// HighLevel's word for a status.
  public static String word(DealStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  /// When it was last changed.
  public static Instant touchedAt(WireOpportunity opportunity) {
    return Stream.of(
            opportunity.updatedAt(),
            opportunity.lastStageChangeAt(),
            opportunity.lastStatusChangeAt(),
            opportunity.createdAt())
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  /// The one that contracts mean, as [dev.interlock.contract.contact.ContactSnapshot#deal] has it:
  /// the open one touched last, else the one touched last.
  public static Comparator<WireOpportunity> byMeaning() {
    return Comparator.comparing(
            (WireOpportunity each) -> status(each.status().orElse("open")) == DealStatus.OPEN)
        .thenComparing(Deals::touchedAt)
        .thenComparing(WireOpportunity::id);
  }
}
