package dev.interlock.contract.text;

import dev.interlock.contract.model.AutomationName;
import dev.interlock.contract.model.CalendarName;
import dev.interlock.contract.model.LaneName;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Operation.Automation;
import dev.interlock.contract.model.Operation.Lane;
import dev.interlock.contract.model.Operation.Setting;
import dev.interlock.contract.model.Operation.Team;
import dev.interlock.contract.model.Purpose;
import dev.interlock.contract.model.PurposeName;
import dev.interlock.contract.model.SendLimit;
import dev.interlock.contract.model.SettingName;
import dev.interlock.contract.model.TeamName;
import java.util.List;

/// A whole operation as a group.
final class OperationForm {
  private OperationForm() {}

  static Node.Group write(Operation operation) {
    Writing written = written(operation);
    if (!operation.volumes().isEmpty()) {
      written.with(Writing.line("per-day").with(operation.volumes(), VolumeForm::write).done());
    }
    return written.done();
  }

  private static Writing written(Operation operation) {
    return Writing.line("operation", operation.position())
        .text(operation.name())
        .with(operation.pipelines(), PipelineForm::write)
        .with(operation.tags(), AttributeForm::write)
        .with(operation.groups(), AttributeForm::write)
        .with(operation.fields(), AttributeForm::write)
        .with(operation.lanes(), OperationForm::write)
        .with(operation.calendars(), OperationForm::write)
        .with(operation.teams(), OperationForm::write)
        .with(operation.settings(), OperationForm::write)
        .with(operation.purposes(), OperationForm::write)
        .with(operation.limits(), OperationForm::write)
        .with(operation.automations(), OperationForm::write)
        .with(HoursForm.write(operation.hours()));
  }

  static Operation read(Node.Group group) {
    return Reading.of(group, "operation", OperationForm::operation);
  }

  private static Operation operation(Reading parts) {
    return new Operation(
        parts.text(),
        parts.groups("pipeline", PipelineForm::read),
        parts.groups("tag", AttributeForm::readTag),
        parts.groups("group", AttributeForm::readGroup),
        parts.groups("field", AttributeForm::readField),
        parts.groups("lane", OperationForm::lane),
        parts.groups("calendar", calendar -> new CalendarName(calendar.text())),
        parts.groups("team", OperationForm::team),
        parts.groups("setting", OperationForm::setting),
        parts.groups("purpose", OperationForm::purpose),
        parts.groups("limit", OperationForm::limit),
        parts.groups("automation", OperationForm::automation),
        parts.group("hours", HoursForm::read),
        parts.groupIfAny("per-day", VolumeForm::readAll).orElse(List.of()),
        parts.position());
  }

  private static Node.Group write(Lane lane) {
    return Writing.line("lane", lane.position())
        .text(lane.name().text())
        .text(lane.purpose())
        .done();
  }

  private static Lane lane(Reading parts) {
    return new Lane(new LaneName(parts.text()), parts.text(), parts.position());
  }

  private static Node.Group write(CalendarName calendar) {
    return Writing.line("calendar").text(calendar.text()).done();
  }

  private static Node.Group write(Team team) {
    return Writing.line("team", team.position())
        .text(team.name().text())
        .texts(team.members())
        .done();
  }

  private static Team team(Reading parts) {
    return new Team(new TeamName(parts.text()), parts.texts(text -> text), parts.position());
  }

  private static Node.Group write(Setting setting) {
    return Writing.line("setting", setting.position())
        .text(setting.name().text())
        .text(setting.meaning())
        .text(setting.example())
        .with(Writing.group("leads-to").values(setting.leadsTo(), TermsForm::ask).done())
        .done();
  }

  private static Setting setting(Reading parts) {
    return new Setting(
        new SettingName(parts.text()),
        parts.text(),
        parts.text(),
        parts.group("leads-to", TermsForm::readAsks),
        parts.position());
  }

  private static Node.Group write(Purpose purpose) {
    return Writing.line("purpose", purpose.position())
        .text(purpose.name().text())
        .text(purpose.meaning())
        .span(purpose.horizon())
        .done();
  }

  private static Purpose purpose(Reading parts) {
    return new Purpose(new PurposeName(parts.text()), parts.text(), parts.span(), parts.position());
  }

  private static Node.Group write(SendLimit limit) {
    return Writing.line("limit", limit.position())
        .value(ConditionForm.channel(limit.channel()))
        .number(limit.most())
        .span(limit.per())
        .span(limit.gap())
        .done();
  }

  private static SendLimit limit(Reading parts) {
    return new SendLimit(
        ConditionForm.readChannel(parts),
        parts.number(),
        parts.span(),
        parts.span(),
        parts.position());
  }

  private static Node.Group write(Automation automation) {
    return Writing.line("automation", automation.position())
        .text(automation.name().text())
        .with(Writing.line("starts-on").with(automation.startsOn(), EventForm::write).done())
        .with(Writing.line("may-write").with(automation.mayWrite(), ExitForm::write).done())
        .with(Writing.line("may-send").texts(automation.maySend()).done())
        .done();
  }

  private static Automation automation(Reading parts) {
    return new Automation(
        new AutomationName(parts.text()),
        parts.group("starts-on", all -> all.groups(EventForm::read)),
        parts.group("may-write", all -> all.groups(ExitForm::readLeaves)),
        parts.group("may-send", all -> all.textSet(PurposeName::new)),
        parts.position());
  }
}
