package dev.interlock.contract.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A question about the contact and its surroundings, answered yes, no or unknown.
///
/// Unknown means that the CRM did not say; it is never silently no.
public sealed interface Condition {

  /// Holds always: the guard of an arm that has none.
  record Always() implements Condition {}

  /// The contact has the tag.
  record HasTag(TagName tag) implements Condition {}

  /// The field's value passes the test.
  record FieldIs(FieldName field, FieldTest test) implements Condition {}

  /// Where the contact's opportunity stands in the pipeline's order of stages. No opportunity at
  /// all stands before the first stage.
  record StageIs(PipelineName pipeline, Place place, StageName stage) implements Condition {}

  /// The contact has an opportunity in the pipeline, whatever its stage.
  record DealExists(PipelineName pipeline) implements Condition {}

  /// The status of the contact's opportunity in the pipeline is one of these; no opportunity: no.
  record DealStatusIs(PipelineName pipeline, Set<DealStatus> statuses) implements Condition {
    public DealStatusIs {
      statuses = Sets.sorted(statuses);
    }
  }

  /// The value of the contact's opportunity in the pipeline, in the location's currency.
  record DealValue(PipelineName pipeline, Comparison comparison) implements Condition {}

  /// The contact has an address for the channel.
  record HasAddress(Channel channel) implements Condition {}

  /// The contact asked not to be written to by the channel, or the CRM blocks it.
  record OptedOut(Channel channel) implements Condition {}

  /// The contact has an appointment ahead that was not cancelled; `within` narrows how far ahead.
  record AppointmentAhead(Optional<CalendarName> calendar, Optional<Duration> within)
      implements Condition {}

  /// Somebody is assigned to the contact.
  record Assigned() implements Condition {}

  /// A run of that contract is under way for the contact.
  record Inside(ContractId contract) implements Condition {}

  /// A run of that contract ended for the contact, lately if `within` says so, by that exit if
  /// named.
  record RanBefore(ContractId contract, Optional<Duration> within, Optional<ExitName> exit)
      implements Condition {}

  /// Some run holds the lane for the contact.
  record LaneOccupied(LaneName lane) implements Condition {}

  /// The moment of asking lies in the window, in the contact's time zone.
  record During(Window window) implements Condition {}

  /// The moment of asking lies in the operation's business hours and on no holiday.
  record BusinessOpen() implements Condition {}

  /// All of these.
  record All(List<Condition> conditions) implements Condition {
    public All {
      conditions = List.copyOf(conditions);
    }
  }

  /// At least one of these.
  record Any(List<Condition> conditions) implements Condition {
    public Any {
      conditions = List.copyOf(conditions);
    }
  }

  /// The contrary; of unknown, unknown.
  record Not(Condition condition) implements Condition {}

  /// A place relative to a stage, in the pipeline's declared order.
  enum Place {
    AT("is at"),
    BEFORE("is before"),
    AFTER("is after"),
    AT_OR_BEFORE("is at or before"),
    AT_OR_AFTER("is at or after");

    private final String words;

    Place(String words) {
      this.words = words;
    }

    /// As in "is before".
    public String words() {
      return words;
    }
  }
}
