package dev.interlock.crm.highlevel.deed;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.model.AutomationName;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageName;
import dev.interlock.crm.Sent;
import dev.interlock.crm.highlevel.names.AccountNames;
import dev.interlock.crm.highlevel.names.BoundPipeline;
import dev.interlock.crm.highlevel.names.ContactFields;
import dev.interlock.crm.highlevel.names.Lookup;
import dev.interlock.crm.highlevel.wire.Answer;
import dev.interlock.crm.highlevel.wire.HighLevelApi;
import dev.interlock.crm.highlevel.wire.WireContact;
import dev.interlock.crm.highlevel.wire.WirePipeline;
import dev.interlock.crm.highlevel.wire.WireUser;
import dev.interlock.crm.highlevel.wire.WireWorkflow;
import java.util.Optional;
import java.util.function.Function;

/// What every deed needs: the calls, names bound to ids, and what a failure means.
record Account(HighLevelApi api, AccountNames names, Endings endings) {

  /// Goes on if the call succeeded.
  <T> SoFar<T> need(ContactId contact, Answer<T> answer) {
    return switch (answer) {
      case Answer.Ok<T>(_, var value, _) -> new SoFar.Ready<>(value);
      case Answer.Failed<T> failed -> new SoFar.Over<>(endings.of(contact, failed));
    };
  }

  /// Ends the deed with its last call, which leaves nothing to remember.
  Sent finish(ContactId contact, Answer<?> answer) {
    return finish(contact, answer.map(_ -> ""), _ -> Optional.empty());
  }

  /// Ends the deed with its last call.
  ///
  /// @param reference the number of what was made
  <T> Sent finish(ContactId contact, Answer<T> answer, Function<T, Optional<String>> reference) {
    return need(contact, answer)
        .end(value -> new Sent.Done(Optional.empty(), reference.apply(value)));
  }

  SoFar<WireContact> contact(ContactId contact) {
    return need(contact, api.contacts().contact(contact.text()));
  }

  SoFar<ContactFields.Bound> field(ContactId contact, FieldName name) {
    return bind(
        contact,
        names.fieldsWith(known -> !(known.called(name) instanceof Lookup.None)),
        known -> known.called(name),
        "field",
        name.text());
  }

  SoFar<BoundPipeline> pipeline(ContactId contact, PipelineName name) {
    return bind(
        contact,
        names.pipelinesWith(known -> !(known.called(name) instanceof Lookup.None)),
        known -> known.called(name),
        "pipeline",
        name.text());
  }

  SoFar<BoundPipeline> pipelineWith(ContactId contact, PipelineName name, StageName stage) {
    return bind(
        contact,
        names.pipelinesWith(known ->
            known.called(name) instanceof Lookup.One<BoundPipeline>(var found)
                && !(found.stage(stage) instanceof Lookup.None)),
        known -> known.called(name),
        "pipeline",
        name.text());
  }

  SoFar<WirePipeline.Stage> stage(PipelineName pipeline, BoundPipeline bound, StageName stage) {
    return found(bound.stage(stage), "stage", pipeline + " / " + stage);
  }

  SoFar<WireUser> user(ContactId contact, String name) {
    return bind(
        contact,
        names.usersWith(known -> !(known.called(name) instanceof Lookup.None)),
        known -> known.called(name),
        "user",
        name);
  }

  SoFar<WireWorkflow> automation(ContactId contact, AutomationName name) {
    return bind(
        contact,
        names.automationsWith(known -> !(known.called(name.text()) instanceof Lookup.None)),
        known -> known.called(name.text()),
        "automation",
        name.text());
  }

  private <N, T> SoFar<T> bind(
      ContactId contact, Answer<N> names, Function<N, Lookup<T>> lookup, String kind, String name) {
    return need(contact, names).then(known -> found(lookup.apply(known), kind, name));
  }

  private static <T> SoFar<T> found(Lookup<T> lookup, String kind, String name) {
    return switch (lookup) {
      case Lookup.One<T>(var thing) -> new SoFar.Ready<>(thing);
      case Lookup.None<T> _ ->
          SoFar.refused(
              "unknown-" + kind,
              "the account has no " + kind + " '" + name + "'; make it there or name another");
      case Lookup.Several<T> _ ->
          SoFar.refused(
              "ambiguous-" + kind,
              "the account has several of the name '" + name + "'; rename all but one " + kind);
    };
  }
}
