package dev.interlock.app.simulate;

import dev.interlock.app.console.Console;
import dev.interlock.simulation.Played;
import dev.interlock.simulation.life.Tally;
import dev.interlock.simulation.life.Tripped;
import dev.interlock.simulation.monitor.Breach;
import java.nio.file.Path;
import java.util.List;

/// Shows stories and what they break to people.
public record SimulationText(Console console) {
  private static final String OVERTAKEN =
      "somebody was faster than a command under way; no contract can rule that out, and the engine"
          + " sees to it";

  /// One story, line by line, and the rules that it breaks.
  public void print(Played played, List<Breach> breaches) {
    played.chronicle().story().forEach(console::say);
    if (played instanceof Played.Derailed(var beat, var why, _)) {
      console.say("");
      console.say(
          console.bad("It cannot be played any further: ") + "beat " + (beat + 1) + ": " + why);
    }
    console.say("");
    breaches.forEach(this::print);
    console.say(summary(breaches));
  }

  private void print(Breach breach) {
    String rule = breach.overtaken() ? "note[%s]" : "error[%s]";
    String head = rule.formatted(breach.rule());
    console.say(
        (breach.overtaken() ? console.faint(head) : console.bad(head)) + ": " + breach.words());
    if (breach.overtaken()) {
      console.say(console.faint("    " + OVERTAKEN));
    }
  }

  private String summary(List<Breach> breaches) {
    long broken = breaches.stream().filter(breach -> !breach.overtaken()).count();
    if (broken == 0) {
      return console.good("no rule is broken");
    }
    return console.bad(
        broken == 1 ? "1 rule is broken" : "rules are broken in " + broken + " ways");
  }

  /// What came of many lives: each rule that was broken, with the shortest story of it. Of notes
  /// the stories are only in the files.
  ///
  /// @param files where the stories were written to; empty when they were not
  public void print(Tally tally, List<Path> files) {
    for (int i = 0; i < tally.tripped().size(); i++) {
      Tripped tripped = tally.tripped().get(i);
      print(tripped.breach());
      console.say(
          console.faint(
              "    in %d of %d lives, first in that of seed %d"
                  .formatted(tripped.lives(), tally.lives(), tripped.seed())));
      if (!files.isEmpty()) {
        console.say("    " + files.get(i));
      } else if (!tripped.breach().overtaken()) {
        tripped.story().forEach(line -> console.say("    " + line));
      }
      console.say("");
    }
    console.say("%,d lives, in which %,d things happened".formatted(tally.lives(), tally.beats()));
    console.say(summary(tally.tripped().stream().map(Tripped::breach).toList()));
  }
}
