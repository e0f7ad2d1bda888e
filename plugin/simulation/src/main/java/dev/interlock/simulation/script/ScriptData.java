package dev.interlock.simulation.script;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Scripts as plain data (maps, lists, texts, numbers and truths), to be written and read as JSON by
/// whoever has a library for it.
///
///     {"pace": "by-itself",
///      "opening": {"firstName": "Ana", "deals": [{"pipeline": "Sales", "stage": "New"}]},
///      "beats": [
///        {"act": "calls-and-is-missed"},
///        {"after": "PT2H", "act": "writes", "channel": "sms", "text": "Tomorrow?"},
///        {"after": "P1D", "act": "deal-moved", "pipeline": "Sales", "stage": "Won", "by": "staff"}]}
///
/// What an opening leaves out stands as in [Opening#of]. Channels, kinds of change and the like are
/// written in lower case with hyphens, spans of time as in ISO 8601.
public final class ScriptData {
  private ScriptData() {}

  /// What reading comes to.
  public sealed interface Reading {
    /// The data is a script.
    record Read(Script script) implements Reading {}

    /// The data is none, for these reasons; each says where and what to write instead.
    record Unreadable(List<String> problems) implements Reading {
      public Unreadable {
        problems = List.copyOf(problems);
      }
    }
  }

  /// The script as data. Reading it gives the same script.
  public static Map<String, Object> write(Script script) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("pace", Words.of(script.pace()));
    data.put("opening", OpeningData.write(script.opening()));
    data.put("beats", script.beats().stream().map(ScriptData::beat).toList());
    return data;
  }

  private static Map<String, Object> beat(Beat beat) {
    Map<String, Object> data = new LinkedHashMap<>();
    if (!beat.after().isZero()) {
      data.put("after", beat.after().toString());
    }
    data.putAll(ActData.write(beat.act()));
    return data;
  }

  /// The script that the data is, or everything that keeps it from being one.
  public static Reading read(@Nullable Object data) {
    List<String> problems = new ArrayList<>();
    Given given = Given.of(data, "the script", problems);
    Pace pace = given.constantIfAny("pace", Pace.class).orElse(Pace.BY_ITSELF);
    Opening opening = OpeningData.read(given.part("opening"));
    List<Beat> beats = given.parts("beats").stream().map(ScriptData::readBeat).toList();
    given.nothingElse();
    return problems.isEmpty()
        ? new Reading.Read(new Script(opening, pace, beats))
        : new Reading.Unreadable(problems);
  }

  private static Beat readBeat(Given given) {
    Duration after = given.spanIfAny("after").orElse(Duration.ZERO);
    if (after.isNegative()) {
      given.complain("after", "a beat cannot come before the one before it");
    }
    Act act = ActReading.read(given);
    given.nothingElse();
    return new Beat(after.isNegative() ? Duration.ZERO : after, act);
  }
}
