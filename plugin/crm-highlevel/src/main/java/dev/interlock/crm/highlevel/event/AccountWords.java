package dev.interlock.crm.highlevel.event;

import dev.interlock.crm.NotNowException;
import dev.interlock.crm.Read;
import dev.interlock.crm.highlevel.names.AccountNames;
import dev.interlock.crm.highlevel.names.Named;
import dev.interlock.crm.highlevel.names.Pipelines;
import dev.interlock.crm.highlevel.outcome.Reads;
import dev.interlock.crm.highlevel.wire.Answer;
import dev.interlock.crm.highlevel.wire.WireCalendar;
import dev.interlock.crm.highlevel.wire.WireForm;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// The names of a connected account, as they are known or can be read now.
///
/// An account whose names may not be read at all is told of by ids: that is a matter of a scope,
/// which preflight says, and no reason to keep its events waiting.
public final class AccountWords implements Words {
  private final AccountNames names;

  public AccountWords(AccountNames names) {
    this.names = names;
  }

  @Override
  public Pipelines pipelinesWith(String pipelineId, String stageId) {
    return known(names.pipelinesWith(all -> all.knows(pipelineId, stageId)))
        .orElseGet(() -> Pipelines.of(List.of()));
  }

  @Override
  public Named<WireCalendar> calendarsWith(String calendarId) {
    return known(names.calendarsWith(all -> all.nameOf(calendarId).isPresent()))
        .orElseGet(() -> Named.of(List.of(), WireCalendar::name, WireCalendar::id));
  }

  @Override
  public Named<WireForm> formsWith(String formId) {
    return known(names.formsWith(all -> formId.isEmpty() || all.nameOf(formId).isPresent()))
        .orElseGet(() -> Named.of(List.of(), WireForm::name, WireForm::id));
  }

  @Override
  public ZoneId zone() {
    return known(names.location()).flatMap(location -> location.timezone()).orElse(ZoneOffset.UTC);
  }

  private static <T> Optional<T> known(Answer<T> answer) {
    return switch (Reads.of(answer)) {
      case Read.Got<T>(var value) -> Optional.of(value);
      case Read.TryLater<T>(_, var reason) ->
          throw new NotNowException("the account's names cannot be read now: " + reason);
      case Read.Gone<T> _, Read.Refused<T> _ -> Optional.empty();
    };
  }
}
