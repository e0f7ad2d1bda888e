package dev.interlock.simulation.life;

import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Events.callMissed;
import static dev.interlock.contract.dsl.Events.formSubmitted;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Events.tagAdded;
import static dev.interlock.contract.dsl.Exits.tag;
import static dev.interlock.contract.dsl.Operations.automation;
import static dev.interlock.contract.dsl.Operations.business;
import static dev.interlock.contract.dsl.Operations.writtenBy;
import static dev.interlock.contract.dsl.Operations.writtenByContractsOnly;
import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Steps.branch;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.moveTo;
import static dev.interlock.contract.dsl.Steps.removeTag;
import static dev.interlock.contract.dsl.Steps.skip;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.simulation.Clinic.NEW;
import static dev.interlock.simulation.Clinic.SALES;
import static dev.interlock.simulation.Clinic.clinic;
import static dev.interlock.simulation.Clinic.done;
import static dev.interlock.simulation.Clinic.free;
import static dev.interlock.simulation.Clinic.freeOn;
import static dev.interlock.simulation.Clinic.freeOnOurs;
import static dev.interlock.simulation.Clinic.say;
import static dev.interlock.simulation.Clinic.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Operation.FieldKind;
import dev.interlock.contract.model.Operation.Writer;
import dev.interlock.simulation.Author;
import dev.interlock.simulation.Chronicle.Dated;
import dev.interlock.simulation.Fact;
import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.Simulation;
import dev.interlock.simulation.monitor.Breach;
import dev.interlock.simulation.script.Act;
import dev.interlock.simulation.script.Answer;
import dev.interlock.simulation.script.By;
import dev.interlock.simulation.script.Script;
import dev.interlock.simulation.script.ScriptData;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What random people live through, and what is found by watching them.
class LivesTest {
  private static Contract talking(String id) {
    return freeOn(id, callMissed())
        .path(
            say(id),
            await(id + "-answer")
                .when(replied())
                .thenExit("done")
                .silentFor(hours(4))
                .thenExit("done")
                .why("Test"))
        .exits(done().leaves(tag("called")))
        .build();
  }

  private static ContractSet clinicWithRobot() {
    return new ContractSet(
        clinic()
            .tag("vip")
            .tag("helper", writtenByContractsOnly())
            .tag("scored", writtenBy(Writer.OTHER_APP))
            .exclusive("heat", "hot", "cold")
            .tag("hot")
            .tag("cold")
            .field("Score", FieldKind.NUMBER)
            .automation(automation("Scoring").startsOn(formSubmitted("Quote")).mayWrite(tag("hot")))
            .build(),
        List.of(talking("talk"), helping()));
  }

  private static Contract helping() {
    return freeOn("help", formSubmitted("Quote"))
        .path(
            addTag("helper").why("Test"),
            moveTo(SALES, NEW).why("Test"),
            branch("known")
                .when(contact().field("Score").isAtLeast(50))
                .because("Test")
                .thenExit("done")
                .otherwiseGoOn()
                .why("Test"),
            waitFor("rest", days(1)).why("Test"),
            exit("done"))
        .exits(done())
        .build();
  }

  private static Stream<Dated> lives(ContractSet set, int count) {
    RandomLife life = RandomLife.of(Repertoire.of(set));
    return LongStream.range(0, count)
        .mapToObj(seed -> life.live(seed, 60))
        .flatMap(lived -> lived.chronicle().facts().stream());
  }

  @Test
  void theSameSeedGivesTheSameLifeAndItsScriptPlaysItAgain() {
    Repertoire repertoire = Repertoire.of(clinicWithRobot());
    for (int seed = 0; seed < 50; seed++) {
      Lived lived = RandomLife.of(repertoire).live(seed, 60);

      assertThat(RandomLife.of(repertoire).live(seed, 60)).isEqualTo(lived);
      assertThat(Simulation.play(repertoire, lived.script()).chronicle())
          .isEqualTo(lived.chronicle());
      assertThat(ScriptData.read(ScriptData.write(lived.script())))
          .isEqualTo(new ScriptData.Reading.Read(lived.script()));
    }
  }

  @Test
  void attributesChangeOnlyByTheirDeclaredWriters() {
    List<Fact.Written> written =
        lives(clinicWithRobot(), 300)
            .map(Dated::fact)
            .filter(Fact.Written.class::isInstance)
            .map(Fact.Written.class::cast)
            .toList();

    assertThat(written).anyMatch(one -> one.attribute().equals("tag vip"));
    assertThat(written).anyMatch(one -> one.attribute().equals("field Score"));
    assertThat(written)
        .filteredOn(one -> one.attribute().equals("tag helper"))
        .isNotEmpty()
        .allMatch(one -> one.by().run().isPresent());
    assertThat(written)
        .filteredOn(one -> one.attribute().equals("tag scored"))
        .isNotEmpty()
        .allMatch(one -> one.by().equals(new Author.Another(By.OTHER_APP)));
  }

  @Test
  void anAutomationActsOnlyAfterSomethingThatStartsIt() {
    Repertoire repertoire = Repertoire.of(clinicWithRobot());
    boolean acted = false;
    for (int seed = 0; seed < 300; seed++) {
      int started = 0;
      for (Dated dated : RandomLife.of(repertoire).live(seed, 60).chronicle().facts()) {
        if (dated.fact() instanceof Fact.Told(var event, _, _)) {
          started += event.what().toString().contains("FormSubmitted[form=Quote]") ? 1 : 0;
        }
        if (dated.fact() instanceof Fact.Played(_, Act.TagChanged(_, _, By.Automation _))) {
          acted = true;
          started--;
          assertThat(started).isNotNegative();
        }
      }
    }
    assertThat(acted).isTrue();
  }

  @Test
  void everythingThatCanHappenToACommandHappens() {
    assertThat(
            lives(clinicWithRobot(), 400)
                .map(Dated::fact)
                .flatMap(fact ->
                    fact instanceof Fact.Played(_, Act.CommandEnds(_, _, var answer))
                        ? Stream.of(answer)
                        : Stream.empty())
                .distinct())
        .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(Answer.UNANSWERED)));
  }

  @Test
  void eventsComeLateAndTwiceAndBesideSilence() {
    List<Act> acts =
        lives(clinicWithRobot(), 300)
            .map(Dated::fact)
            .flatMap(
                fact -> fact instanceof Fact.Played(_, var act) ? Stream.of(act) : Stream.empty())
            .toList();

    assertThat(acts).anyMatch(act -> act instanceof Act.HeardLate);
    assertThat(acts).anyMatch(act -> act instanceof Act.HeardAgain);
    assertThat(acts).anyMatch(act -> act instanceof Act.TimerFires);
    assertThat(acts).anyMatch(act -> act instanceof Act.Settles);
  }

  @Test
  void whatIsWrongWithASetIsFoundAndTheStoryIsMadeShort() {
    Tally tally = Lives.of(Repertoire.of(set(talking("one"), talking("two")))).live(200, 60, 1);

    assertThat(tally.isClean()).isFalse();
    assertThat(tally.tripped())
        .filteredOn(one -> one.breach().rule().equals("E-CONTACT-CONTESTED"))
        .first()
        .satisfies(one -> {
          assertThat(one.breach().parties()).containsExactly("one", "two");
          assertThat(one.shortest().beats()).hasSize(1);
          assertThat(one.story()).isNotEmpty();
        });
  }

  @Test
  void aLoopIsFoundAmongManyPeople() {
    Contract warm =
        freeOnOurs("warm", tagAdded("b"))
            .path(removeTag("b").why("Test"), addTag("a").why("Test"), exit("done"))
            .exits(done())
            .build();
    Contract cold =
        freeOnOurs("cold", tagAdded("a"))
            .path(removeTag("a").why("Test"), addTag("b").why("Test"), exit("done"))
            .exits(done())
            .build();
    ContractSet set = new ContractSet(clinic().tag("a").tag("b").build(), List.of(warm, cold));

    assertThat(Lives.of(Repertoire.of(set)).live(300, 60, 1).tripped())
        .extracting(one -> one.breach().rule())
        .contains("E-CAUSE-LOOP");
  }

  @Test
  void aSetWithNothingWrongIsClean() {
    Contract alone =
        free("alone")
            .path(say("hello").onBlocked(skip()), exit("done"))
            .exits(done().leaves(tag("told")))
            .build();
    ContractSet set = new ContractSet(business("Empty shop").team("Desk").build(), List.of(alone));
    Tally tally = Lives.of(Repertoire.of(set)).live(200, 60, 1);

    assertThat(tally.tripped()).allMatch(one -> one.breach().overtaken());
    assertThat(tally.isClean()).isTrue();
    assertThat(tally.lives()).isEqualTo(200);
  }

  @Test
  void aStoryThatBreaksNothingIsNotMadeShorter() {
    Repertoire repertoire = Repertoire.of(clinicWithRobot());
    Script script = RandomLife.of(repertoire).live(1, 30).script();
    Breach never = new Breach("E-STAGE-BACKWARD", List.of("nobody"), "", Set.of(), "", 0, false);

    assertThat(Shrinking.shrink(repertoire, script, never)).isEqualTo(script);
  }

  @Test
  void colleaguesMoveDealsOnlyAsTheOperationPermits() {
    ContractSet set = clinicWithRobot();
    Permitted permitted = new Permitted(set.operation());
    RandomLife life = RandomLife.of(Repertoire.of(set));
    boolean moved = false;
    for (int seed = 0; seed < 300; seed++) {
      Lived lived = life.live(seed, 60);
      assertThat(permitted.is(lived.chronicle())).isTrue();
      moved |=
          lived.chronicle().facts().stream()
              .anyMatch(dated ->
                  dated.fact() instanceof Fact.StageMoved(Author.Another(By.Staff()), _, _));
    }
    assertThat(moved).isTrue();
  }

  @Test
  void aWorldAsProofsAssumeItHasNoLateNewsAndNobodyWhoIsGone() {
    Repertoire repertoire = Repertoire.of(clinicWithRobot());
    RandomLife life = RandomLife.of(repertoire).asProved();
    Assumptions assumptions = Assumptions.of(repertoire.set().operation());
    long acts = 0;
    for (int seed = 0; seed < 200; seed++) {
      Lived lived = life.live(seed, 60);
      acts += lived.script().beats().size();
      Script script = lived.script();
      assertThat(assumptions.opening(script.opening())).isEqualTo(script.opening());
      Simulation again = Simulation.of(repertoire, script.opening(), script.pace());
      script
          .beats()
          .forEach(beat -> {
            assertThat(assumptions.brokenBy(beat.act(), again)).isEmpty();
            again.play(beat);
          });
      assertThat(again.isContactThere()).isTrue();
    }
    assertThat(acts).isGreaterThan(10_000);
  }

  @Test
  void aLifeGoesOnForAboutSoLong() {
    Lived lived = RandomLife.of(Repertoire.of(clinicWithRobot())).live(3, 60);

    assertThat(lived.script().beats()).hasSizeBetween(1, 70);
    assertThat(lived.script().beats())
        .allMatch(beat -> beat.after().compareTo(Duration.ofDays(30)) < 0);
  }
}
