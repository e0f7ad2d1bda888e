package dev.interlock.engine.intents;

import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.contact.Known;
import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Assignee;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Message;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.StageRef;
import dev.interlock.contract.template.Variable;
import dev.interlock.contract.template.Vocabulary;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.Outcome;
import dev.interlock.core.run.Run;
import dev.interlock.crm.Crm.Detail;
import dev.interlock.crm.Deed;
import dev.interlock.engine.desk.Desk;
import dev.interlock.engine.intents.Texts.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Makes an errand of a command: fills in texts, finds the people who are meant, and puts the
/// contract's words into the CRM's. It asks for the contact to be read only when a text or a person
/// depends on it.
final class Preparing {
  private final Desk desk;
  private final Texts texts;
  private final Run run;
  private final Command command;
  private final Known<ContactSnapshot> seen;
  private final Supplier<String> contactName;
  private final Instant now;
  private final Set<Detail> details = EnumSet.noneOf(Detail.class);
  private final List<String> missing = new ArrayList<>();
  private boolean needsContact;

  /// @param contactName what people call the contact; empty when not known
  Preparing(
      Desk desk,
      Texts texts,
      Run run,
      Command command,
      Known<ContactSnapshot> seen,
      Supplier<String> contactName,
      Instant now) {
    this.desk = desk;
    this.texts = texts;
    this.run = run;
    this.command = command;
    this.seen = seen;
    this.contactName = contactName;
    this.now = now;
  }

  Preparation prepare() {
    Preparation preparation = prepared(command.doing());
    return needsContact ? new Preparation.NeedsContact(details) : preparation;
  }

  private Preparation prepared(Command.Doing doing) {
    try {
      return switch (doing) {
        case Command.Say(Message.Sms(var body), _) -> deed(new Deed.SendSms(plain(body)));
        case Command.Say(Message.Email(var subject, var body), _) ->
            deed(new Deed.SendEmail(line(subject), html(body)));
        case Command.Perform(var action) -> action(action);
        case Command.Ensure(var leaves) -> ensured(leaves);
        case Command.Tell(var whom, var text) ->
            person(whom, user -> new Deed.Notify(user, text, now, mark()));
        case Command.TickOff(var tasks) -> deed(new Deed.CompleteTasks(tasks));
        case Command.ReadBack(_, var promises) -> ready(new Errand.ReadContact(details(promises)));
      };
    } catch (TextException broken) {
      return refused("text", String.valueOf(broken.getMessage()));
    }
  }

  private Preparation action(Action action) {
    return switch (action) {
      case Action.AddTag(var tag) -> deed(new Deed.AddTag(tag));
      case Action.RemoveTag(var tag) -> deed(new Deed.RemoveTag(tag));
      case Action.SetField(var field, var value) -> deed(new Deed.SetField(field, plain(value)));
      case Action.ClearField(var field) -> deed(new Deed.ClearField(field));
      case Action.MoveTo(var stage) -> moved(stage);
      case Action.MarkDeal(var pipeline, var status) -> marked(pipeline, status);
      case Action.ValueDeal(var pipeline, var value) ->
          deed(new Deed.ValueDeal(pipeline, value, own(pipeline)));
      case Action.CreateTask task -> deed(task(task));
      case Action.AddNote(var body) -> deed(new Deed.AddNote(plain(body), mark()));
      case Action.Assign(var assignee) -> person(assignee, Deed.Assign::new);
      case Action.Notify(var whom, var text) ->
          person(whom, user -> new Deed.Notify(user, plain(text), now, mark()));
      case Action.CallWebhook call -> post(call);
      case Action.StartAutomation(var automation) -> deed(new Deed.StartAutomation(automation));
      case Action.StopAutomation(var automation) -> deed(new Deed.StopAutomation(automation));
      // the core names the tasks and gives a TickOff; without any there is nothing to do
      case Action.CompleteTasks _ -> new Preparation.Settled(new Outcome.AlreadySo());
    };
  }

  private Deed task(Action.CreateTask task) {
    return new Deed.CreateTask(
        line(task.title()),
        plain(task.body()),
        now.plus(task.dueIn()),
        people(task.assignee()).named(task.assignee()),
        mark());
  }

  private Preparation ensured(Leaves leaves) {
    return switch (leaves) {
      case Leaves.AtStage(var stage) -> moved(stage);
      case Leaves.Tagged(var tag) -> deed(new Deed.AddTag(tag));
      case Leaves.NotTagged(var tag) -> deed(new Deed.RemoveTag(tag));
      case Leaves.FieldSet(var field, var value) ->
          deed(value.isBlank() ? new Deed.ClearField(field) : new Deed.SetField(field, value));
      case Leaves.DealMarked(var pipeline, var status) -> marked(pipeline, status);
    };
  }

  private Preparation moved(StageRef stage) {
    // an undeclared pipeline has no order, so the adapter can judge no move in it
    Pipeline pipeline =
        desk.operation()
            .pipeline(stage.pipeline())
            .orElseGet(() -> new Pipeline(stage.pipeline(), List.of(), Position.unknown()));
    return deed(new Deed.MoveDeal(pipeline, stage.stage(), dealName(), own(stage.pipeline())));
  }

  private Preparation marked(PipelineName pipeline, DealStatus status) {
    return deed(new Deed.MarkDeal(pipeline, status, own(pipeline)));
  }

  private Optional<DealId> own(PipelineName pipeline) {
    return Optional.ofNullable(run.memory().deals().get(pipeline));
  }

  private String dealName() {
    String known = contactName.get();
    return known.isBlank() ? contact().displayName() : known;
  }

  private Preparation post(Action.CallWebhook call) {
    String url = desk.installation().settings().getOrDefault(call.url(), "");
    if (url.isBlank()) {
      return refused("no-address", "the setting " + call.url() + " holds no address");
    }
    Map<String, String> values = new LinkedHashMap<>();
    call.values().forEach(entry -> values.put(entry.name(), plain(entry.value())));
    return ready(new Errand.Post(url, values));
  }

  private static Set<Detail> details(List<Leaves> promises) {
    var details = EnumSet.noneOf(Detail.class);
    for (Leaves promise : promises) {
      switch (promise) {
        case Leaves.AtStage _, Leaves.DealMarked _ -> details.add(Detail.DEALS);
        case Leaves.Tagged _, Leaves.NotTagged _, Leaves.FieldSet _ -> {}
      }
    }
    return details;
  }

  /// Makes a deed for somebody.
  private interface ForUser {
    Deed deed(String user);
  }

  private Preparation person(Assignee whom, ForUser deed) {
    Optional<String> user = people(whom).named(whom);
    if (user.isEmpty()) {
      return refused("nobody", "the team that is meant has no members");
    }
    return deed(deed.deed(user.get()));
  }

  private People people(Assignee whom) {
    var owner = desk.editions().of(run.contract(), run.contractHash()).contract().owner();
    ContactSnapshot contact =
        switch (whom) {
          case Assignee.ContactsAssignee() -> contact();
          case Assignee.Team _, Assignee.Owner _ -> ContactSnapshot.gone(run.contact(), now);
        };
    return new People(desk.operation(), owner, contact);
  }

  private String plain(String template) {
    return filled(texts.plain(template));
  }

  private String html(String template) {
    return filled(texts.html(template));
  }

  /// A text that stands on one line, whatever the values are.
  private String line(String template) {
    return plain(template).replaceAll("\\s+", " ").strip();
  }

  private String filled(Text text) {
    Operation operation = desk.operation();
    List<Variable> variables =
        Vocabulary.of(operation).variables().stream()
            .filter(variable -> text.mentioned().contains(variable.name()))
            .toList();
    boolean ofContact = false;
    for (Variable variable : variables) {
      ofContact |= Values.isOfContact(variable.source());
      details.addAll(Values.details(variable.source()));
    }
    ContactSnapshot contact = ofContact ? contact() : ContactSnapshot.gone(run.contact(), now);
    var values = new Values(desk.installation(), contact, run.memory(), now);
    variables.stream()
        .filter(variable -> text.expected().contains(variable.name()))
        .filter(variable -> values.value(variable).isBlank())
        .map(Variable::name)
        .forEach(missing::add);
    return text.filled(values.of(variables));
  }

  private ContactSnapshot contact() {
    return switch (seen) {
      case Known.Said<ContactSnapshot>(var contact) -> contact;
      case Known.Unsaid<ContactSnapshot> _ -> {
        needsContact = true;
        yield ContactSnapshot.gone(run.contact(), now);
      }
    };
  }

  private String mark() {
    return command.id().toString();
  }

  private Preparation deed(Deed deed) {
    return ready(new Errand.InCrm(deed));
  }

  private Preparation ready(Errand errand) {
    return new Preparation.Ready(errand, missing);
  }

  private static Preparation refused(String code, String reason) {
    return new Preparation.Settled(new Outcome.Refused(code, reason));
  }
}
