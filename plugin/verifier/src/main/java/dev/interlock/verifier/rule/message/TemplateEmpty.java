package dev.interlock.verifier.rule.message;

import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EntryClause.Demand;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.RunKey;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.template.Templates;
import dev.interlock.verifier.walk.Guards;
import dev.interlock.verifier.walk.Listened;
import dev.interlock.verifier.walk.Text;
import java.util.stream.Stream;

/// Texts that speak of an appointment where there may be none.
final class TemplateEmpty implements Rule {
  private final Templates templates;

  TemplateEmpty(Templates templates) {
    this.templates = templates;
  }

  @Override
  public String id() {
    return "W-TEMPLATE-EMPTY";
  }

  @Override
  public String reason() {
    return "*See you on at* is what a contact without an appointment reads.";
  }

  @Override
  public Checked check(ContractSet set) {
    return Checked.each(
        set.contracts().stream().filter(contract -> !knowsAnAppointment(contract)),
        contract -> Text.in(contract).flatMap(text -> judge(contract, text)));
  }

  private Stream<Finding> judge(Contract contract, Text text) {
    return templates.variables(text.template()).stream()
        .sorted()
        .filter(variable -> variable.startsWith("appointment."))
        .limit(1)
        .map(variable ->
            found(
                contract,
                text.at(),
                text.position(),
                "the %s of *%s* says {{%s}}, and the contact may have no appointment"
                    .formatted(text.what(), text.at(), variable),
                "say keyedBy(APPOINTMENT), or require(appointment().isUpcoming(), \"why\")."));
  }

  private static boolean knowsAnAppointment(Contract contract) {
    return contract.key() == RunKey.APPOINTMENT
        || Stream.concat(Listened.trigger(contract), Listened.in(contract))
            .anyMatch(listened -> listened.event() instanceof EventPattern.AppointmentEvent)
        || contract.admits().stream()
            .filter(clause -> clause.demand() == Demand.REQUIRE)
            .flatMap(clause -> Guards.questions(clause.condition()))
            .anyMatch(Condition.AppointmentAhead.class::isInstance);
  }
}
