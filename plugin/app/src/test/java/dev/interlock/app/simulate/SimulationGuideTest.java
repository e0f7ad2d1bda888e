package dev.interlock.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.console.Json;
import dev.interlock.contract.BusinessOperation;
import dev.interlock.contract.WorkflowContract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.simulation.Played;
import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.Simulation;
import dev.interlock.simulation.monitor.Breach;
import dev.interlock.simulation.monitor.Monitors;
import dev.interlock.simulation.script.Script;
import dev.interlock.simulation.script.ScriptData;
import dev.interlock.simulation.script.ScriptData.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the guide says of stories is so.
class SimulationGuideTest {
  private static final Pattern JSON = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
  private static String guide = "";
  private static final Repertoire LIBRARY =
      Repertoire.of(
          new ContractSet(
              ServiceLoader.load(BusinessOperation.class).findFirst().orElseThrow().operation(),
              ServiceLoader.load(WorkflowContract.class).stream()
                  .map(found -> found.get().contract())
                  .toList()));

  @BeforeAll
  static void read() throws IOException {
    Path page =
        Stream.of("../../docs", "docs")
            .map(docs -> Path.of(docs, "guide", "simulation.md"))
            .filter(Files::exists)
            .findFirst()
            .orElseThrow();
    guide = Files.readString(page);
  }

  private static List<Script> stories() {
    return JSON.matcher(guide)
        .results()
        .map(found -> ScriptData.read(Json.read("the guide", found.group(1))))
        .map(reading ->
            switch (reading) {
              case Reading.Read(var script) -> script;
              case Reading.Unreadable(var problems) -> throw new AssertionError(problems);
            })
        .toList();
  }

  private static Played played(Script script) {
    Played played = Simulation.play(LIBRARY, script);
    assertThat(played).isInstanceOf(Played.Whole.class);
    return played;
  }

  private static List<Breach> breaches(Script script) {
    return Monitors.of(LIBRARY).watch(played(script).chronicle());
  }

  @Test
  void theFirstStoryGoesAsTheGuideTellsItAndBreaksNoRule() {
    Script script = stories().getFirst();

    assertThat(played(script).chronicle().story().subList(0, 3))
        .allSatisfy(line -> assertThat(guide).contains(line));
    assertThat(breaches(script)).isEmpty();
  }

  @Test
  void theSecondStoryBreaksTheRuleThatTheGuideNames() {
    assertThat(breaches(stories().getLast()))
        .first()
        .satisfies(breach ->
            assertThat(guide).contains("error[" + breach.rule() + "]: " + breach.words()));
  }

  @Test
  void everyRuleThatIsWatchedIsNamed() {
    assertThat(Monitors.of(LIBRARY).rules())
        .allSatisfy(rule -> assertThat(guide).contains("`" + rule + "`"));
  }
}
