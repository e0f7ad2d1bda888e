package dev.interlock.app.preflight;

import dev.interlock.contract.model.TagName;
import dev.interlock.crm.inventory.Chore;
import dev.interlock.crm.inventory.Creatable;
import dev.interlock.crm.inventory.Grant;
import dev.interlock.crm.inventory.Name;
import dev.interlock.crm.inventory.Right;
import dev.interlock.crm.inventory.Sending;
import dev.interlock.crm.inventory.Thing;
import dev.interlock.crm.inventory.Told;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// How an account stands to each demand.
record Comparison(Known known) {

  Stream<Line> lines(Demand demand) {
    return switch (demand) {
      case Demand.Pipeline pipeline -> new PipelineLines(pipeline, known).lines();
      case Demand.Tag tag -> Stream.of(tag(tag));
      case Demand.Field field -> Stream.of(new FieldLine(field, known).line());
      case Demand.User user -> Stream.of(user(user));
      case Demand.Calendar calendar -> Stream.of(calendar(calendar));
      case Demand.Automation automation -> Stream.of(automation(automation));
      case Demand.Setting setting -> Stream.of(new SettingLine(setting, known).line());
      case Demand.Sending sending -> Stream.of(sending(sending));
      case Demand.Token token -> Stream.of(token(token));
      case Demand.Zone _ -> Stream.of(zone());
    };
  }

  private Line tag(Demand.Tag tag) {
    var creatable = new Creatable.Tag(new TagName(tag.name()));
    return new Naming<Thing.Tag>(
            Line.Group.TAGS,
            Name.of(Thing.Kind.TAG, tag.name()),
            tag.by(),
            _ -> new State.Present(""),
            new Chore.MakeTag(tag.name()),
            Optional.of(creatable))
        .line(known.inventory().tags(), known);
  }

  private Line user(Demand.User user) {
    return new Naming<Thing.User>(
            Line.Group.USERS,
            Name.of(Thing.Kind.USER, user.name()),
            user.by(),
            _ -> new State.Present(String.join(", ", user.teams())),
            new Chore.AddUser(user.name()),
            Optional.empty())
        .line(known.inventory().users(), known);
  }

  private Line calendar(Demand.Calendar calendar) {
    return new Naming<Thing.Calendar>(
            Line.Group.CALENDARS,
            Name.of(Thing.Kind.CALENDAR, calendar.name()),
            calendar.by(),
            found ->
                found.active()
                    ? new State.Present("")
                    : new State.Yours(
                        "it is switched off", new Chore.ActivateCalendar(calendar.name())),
            new Chore.MakeCalendar(calendar.name()),
            Optional.empty())
        .line(known.inventory().calendars(), known);
  }

  private Line automation(Demand.Automation automation) {
    return new Naming<Thing.Automation>(
            Line.Group.AUTOMATIONS,
            Name.of(Thing.Kind.AUTOMATION, automation.name()),
            automation.by(),
            found ->
                found.published()
                    ? new State.Present("")
                    : new State.Yours(
                        "it is a draft", new Chore.PublishAutomation(automation.name())),
            new Chore.MakeAutomation(automation.name()),
            Optional.empty())
        .line(known.inventory().automations(), known);
  }

  private Line sending(Demand.Sending demand) {
    var told =
        known
            .inventory()
            .sending()
            .getOrDefault(demand.channel(), new Told.Never<>("the CRM does not tell"));
    State state =
        switch (told) {
          case Told.Known<Sending>(var sending) when sending.from().isEmpty() ->
              new State.Yours(
                  "the account has nothing to send from", new Chore.SetUpSending(demand.channel()));
          case Told.Known<Sending>(var sending) ->
              new State.Present("from " + String.join(", ", sending.from()));
          // contracts can run without that scope, so nobody has to give it
          case Told.NoScope<Sending>(var scope) ->
              new State.Unknown("it would show if the token had the scope " + scope, false);
          case Told.Never<Sending>(var why) -> new State.Unknown(why, false);
          case Told.Missed<Sending>(var why) -> new State.Unknown(why, true);
        };
    return Line.of(Line.Group.SENDING, demand.channel().many(), state, demand.by());
  }

  private Line token(Demand.Token demand) {
    var right = demand.right();
    var grant =
        Optional.ofNullable(known.inventory().grants().get(right))
            .orElseGet(() -> new Grant(right.words(), Grant.Standing.UNTOLD));
    return Line.of(Line.Group.SCOPES, grant.scope(), standing(right, grant), demand.by());
  }

  private static State standing(Right right, Grant grant) {
    return switch (grant.standing()) {
      case GRANTED -> new State.Present("");
      case MISSING ->
          new State.Yours(
              "missing; it is there to " + right.words(), new Chore.GrantScope(grant.scope()));
      case UNTOLD -> new State.Unknown("only use shows it; it is there to " + right.words(), false);
      case MISSED -> new State.Unknown("the CRM did not answer", true);
    };
  }

  private Line zone() {
    var theirs = known.inventory().zone();
    State state =
        known
            .zone()
            .<State>map(ours ->
                new State.Present(
                    theirs.filter(zone -> !zone.equals(ours)).isPresent()
                        ? ours + " by INTERLOCK_TIME_ZONE; the CRM says " + theirs.get()
                        : ours + " by INTERLOCK_TIME_ZONE"))
            .or(() -> theirs.map(zone -> new State.Present(zone.toString())))
            .orElseGet(this::noZone);
    return Line.of(Line.Group.ACCOUNT, "time zone", state, Set.of());
  }

  private State noZone() {
    var account = known.inventory().grants().get(Right.READ_ACCOUNT);
    return account != null && account.standing() == Grant.Standing.MISSING
        ? new State.Unknown("it shows once the token has the scope " + account.scope(), true)
        : new State.Yours("the account has none", new Chore.SetTimeZone());
  }
}
