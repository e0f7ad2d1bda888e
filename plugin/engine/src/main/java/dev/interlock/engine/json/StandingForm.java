package dev.interlock.engine.json;

import dev.interlock.contract.model.ExitName;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.run.CommandId;
import dev.interlock.core.run.RunId;
import dev.interlock.core.run.Standing;
import dev.interlock.core.run.Standing.Closer;
import dev.interlock.core.run.Standing.Proof;
import java.util.Set;

/// How a standing is written down. What a run waits for is mostly its own command, of which its own
/// id is left out: so written, the standing is the same for many runs.
final class StandingForm {
  private static final Set<String> MOMENTS = Set.of("since", "until");

  private StandingForm() {}

  static Written apart(RunId run, Standing standing) {
    return write(run, standing).apart(MOMENTS);
  }

  static Out write(RunId run, Standing standing) {
    return switch (standing) {
      case Standing.Queued(var since, var until) ->
          Out.is("queued").time("since", since).time("until", until);
      case Standing.Commanded(var at, var command) ->
          Out.is("commanded").name("at", at).part("command", command(run, command));
      case Standing.Held(var at, var since, var until) ->
          Out.is("held").name("at", at).time("since", since).time("until", until);
      case Standing.Waiting(var at, var since, var until) ->
          Out.is("waiting").name("at", at).time("since", since).time("until", until);
      case Standing.Awaiting(var at, var since, var until) ->
          Out.is("awaiting").name("at", at).time("since", since).time("until", until);
      case Standing.Doubtful(var at, var command, var reason, var until) ->
          Out.is("doubtful")
              .name("at", at)
              .part("command", command(run, command))
              .text("reason", reason)
              .time("until", until);
      case Standing.Ready(var at) -> Out.is("ready").name("at", at);
      case Standing.Paused(var stopped, var since) ->
          Out.is("paused").part("stopped", write(run, stopped)).time("since", since);
      case Standing.Closing(var exit, var reason, var command, var open, var repairing) ->
          Out.is("closing")
              .name("exit", exit)
              .text("reason", reason)
              .part("command", command(run, command))
              .parts("open", open, StandingForm::closer)
              .claim("repairing", repairing);
      case Standing.Verifying(var exit, var reason, var command, var repaired) ->
          Out.is("verifying")
              .name("exit", exit)
              .text("reason", reason)
              .part("command", command(run, command))
              .claim("repaired", repaired);
      case Standing.Ended ended -> withoutMoment(ended).time("at", ended.at());
      case Standing.TurnedAway(var at, var reason) ->
          Out.is("turned-away").time("at", at).text("reason", reason);
    };
  }

  static Out withoutMoment(Standing.Ended ended) {
    return Out.is("ended")
        .name("exit", ended.exit())
        .text("reason", ended.reason())
        .part("proof", proof(ended.proof()));
  }

  static Standing read(RunId run, In in) {
    String word = in.word();
    return switch (word) {
      case "queued" -> new Standing.Queued(in.time("since"), in.time("until"));
      case "commanded" -> new Standing.Commanded(at(in), command(run, in));
      case "held" -> new Standing.Held(at(in), in.time("since"), in.time("until"));
      case "waiting" -> new Standing.Waiting(at(in), in.time("since"), in.time("until"));
      case "awaiting" -> new Standing.Awaiting(at(in), in.time("since"), in.time("until"));
      case "doubtful" ->
          new Standing.Doubtful(at(in), command(run, in), in.text("reason"), in.time("until"));
      case "ready" -> new Standing.Ready(at(in));
      case "paused" -> new Standing.Paused(read(run, in.part("stopped")), in.time("since"));
      case "closing" ->
          new Standing.Closing(
              exit(in),
              in.text("reason"),
              command(run, in),
              in.parts("open", StandingForm::closer),
              in.claim("repairing"));
      case "verifying" ->
          new Standing.Verifying(
              exit(in), in.text("reason"), command(run, in), in.claim("repaired"));
      case "ended" ->
          new Standing.Ended(exit(in), in.text("reason"), in.time("at"), proof(in.part("proof")));
      case "turned-away" -> new Standing.TurnedAway(in.time("at"), in.text("reason"));
      default -> throw In.unknown("standing", word);
    };
  }

  private static NodeId at(In in) {
    return in.name("at", NodeId::new);
  }

  private static ExitName exit(In in) {
    return in.name("exit", ExitName::new);
  }

  private static Out command(RunId run, CommandId command) {
    Out out = command.run().equals(run) ? Out.plain() : Out.plain().name("run", command.run());
    return out.number("number", command.number());
  }

  private static CommandId command(RunId run, In in) {
    In command = in.part("command");
    return new CommandId(
        command.maybe("run", RunId::new).orElse(run), Math.toIntExact(command.number("number")));
  }

  private static Out closer(Closer closer) {
    return switch (closer) {
      case Closer.Ensures(var leaves) -> Out.is("ensures").part("leaves", LeavesForm.write(leaves));
      case Closer.TicksOff(var title) -> Out.is("ticks-off").text("title", title);
      case Closer.Tells(var whom) -> Out.is("tells").part("whom", AssigneeForm.write(whom));
    };
  }

  private static Closer closer(In in) {
    String word = in.word();
    return switch (word) {
      case "ensures" -> new Closer.Ensures(LeavesForm.read(in.part("leaves")));
      case "ticks-off" -> new Closer.TicksOff(in.text("title"));
      case "tells" -> new Closer.Tells(AssigneeForm.read(in.part("whom")));
      default -> throw In.unknown("closer", word);
    };
  }

  private static Out proof(Proof proof) {
    return switch (proof) {
      case Proof.Verified _ -> Out.is("verified");
      case Proof.Unverified(var difference) -> Out.is("unverified").text("difference", difference);
      case Proof.ContactGone _ -> Out.is("contact-gone");
    };
  }

  private static Proof proof(In in) {
    String word = in.word();
    return switch (word) {
      case "verified" -> new Proof.Verified();
      case "unverified" -> new Proof.Unverified(in.text("difference"));
      case "contact-gone" -> new Proof.ContactGone();
      default -> throw In.unknown("proof", word);
    };
  }
}
