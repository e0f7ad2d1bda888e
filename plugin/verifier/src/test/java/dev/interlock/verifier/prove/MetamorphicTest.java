package dev.interlock.verifier.prove;

import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Events.formSubmitted;
import static dev.interlock.contract.dsl.Exits.HANDOVER;
import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.note;
import static dev.interlock.contract.dsl.Steps.sms;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.never;
import static dev.interlock.contract.dsl.Workflows.refuse;
import static dev.interlock.contract.dsl.Workflows.require;
import static dev.interlock.contract.dsl.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.dsl.Drafting.NeedsPath;
import dev.interlock.contract.dsl.Exits;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EntryClause;
import dev.interlock.contract.model.LaneClaim;
import dev.interlock.contract.model.LaneName;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.text.ContractSetText;
import dev.interlock.verifier.corpus.Example;
import dev.interlock.verifier.finding.Evidence;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.lot.Draft;
import dev.interlock.verifier.lot.RandomSets;
import dev.interlock.verifier.proof.ProofCorpus;
import dev.interlock.verifier.prove.diagram.Budget;
import dev.interlock.verifier.walk.StepTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What must not change, or has to change in one way, when a set is changed in another. More sets
/// by lot: `-Dmetamorphic.sets=40`.
final class MetamorphicTest {
  private static final long SETS = Long.getLong("metamorphic.sets", 4);
  private static final Set<String> MEETING = Set.of("E-CONTACT-CONTESTED", "E-WRITE-CONFLICT");

  private static Stream<ContractSet> sets() {
    return LongStream.rangeClosed(1, SETS).mapToObj(RandomSets::tame);
  }

  @Test
  void otherNamesInAnotherOrderChangeNothing() {
    assertThat(sets())
        .allSatisfy(set -> {
          String renamed = ContractSetText.writeWithPositions(set).replaceAll("\\bask\\b", "zulu");
          ContractSet other = ContractSetText.read(renamed);
          assertThat(other.contracts().getLast().id().text()).isEqualTo("zulu");
          assertThat(findings(other))
              .extracting(finding -> trait(finding, "zulu", "ask"))
              .hasSameElementsAs(traits(set));
        });
  }

  @Test
  void aContractThatHasNothingToDoWithOthersChangesNothing() {
    Contract unrelated =
        begun("unrelated", require(contact().hasPhone(), "they must be known"))
            .path(note("They filled it in").named("jot").why("The desk sees it"), exit("done"))
            .exits(Exits.exit("done", HANDOVER).means("The desk has it."))
            .build();
    assertThat(sets())
        .allSatisfy(set ->
            assertThat(without("unrelated", traits(with(set, unrelated))))
                .hasSameElementsAs(traits(set)));
  }

  @Test
  void aContractThatAdmitsNobodyBreaksNothing() {
    Contract closed =
        begun(
                "closed",
                require(contact().hasTag("vip"), "only these"),
                refuse(contact().hasTag("vip"), "not these"))
            .path(
                addTag("hot").named("warm"),
                sms("hello", "Hello").why("To greet them"),
                exit("done"))
            .exits(Exits.exit("done", HANDOVER).means("The desk has it."))
            .build();
    assertThat(sets())
        .allSatisfy(set ->
            assertThat(without("closed", played(with(set, closed)))).isSubsetOf(played(set)));
  }

  @Test
  void aCommonLaneRulesOutThatTwoContractsMeet() {
    List<ContractSet> met =
        ProofCorpus.examples()
            .filter(example ->
                example.announced().stream()
                    .anyMatch(one -> MEETING.stream().anyMatch(one::endsWith)))
            .map(Example::set)
            .filter(set -> set.contracts().size() == 2)
            .filter(set -> isMet(set))
            .toList();
    assertThat(met).hasSizeGreaterThan(2);
    assertThat(met).allSatisfy(set -> assertThat(isMet(inOneLane(set))).isFalse());
  }

  private static ContractSet inOneLane(ContractSet set) {
    LaneName lane = new LaneName("common");
    Operation operation =
        set.operation()
            .withLanes(
                List.of(new Operation.Lane(lane, "One at a time", set.operation().position())));
    LaneClaim claim =
        new LaneClaim.InLane(
            lane, new LaneClaim.WhenOccupied.Refuse(), 0, Optional.of("Desk phones"));
    return new ContractSet(
        operation, set.contracts().stream().map(one -> new Draft(one).lane(claim)).toList());
  }

  @Test
  void aContractAndItsDoubleAreContested() {
    List<Contract> talking =
        sets()
            .flatMap(set -> set.contracts().stream())
            .filter(one -> StepTree.steps(one).anyMatch(Step.Send.class::isInstance))
            .toList();
    assertThat(talking).isNotEmpty();
    ContractSet market = RandomSets.tame(1);
    Contract one = new Draft(talking.getFirst()).lane(new LaneClaim.NoLane("To be tested"));
    ContractSet doubled =
        new ContractSet(market.operation(), List.of(one, new Draft(one).id("double")));

    assertThat(findings(doubled)).extracting(Finding::rule).contains("E-CONTACT-CONTESTED");
  }

  private static NeedsPath begun(String id, EntryClause first, EntryClause... more) {
    return workflow(id)
        .title(id)
        .owner("Desk")
        .purpose("To be tested")
        .startsWhen(formSubmitted("Nobody's form"), milestone("Somebody filled in a form"))
        .admits(first, more)
        .outsideLanes("To be tested")
        .reentry(never());
  }

  private static ContractSet with(ContractSet set, Contract more) {
    List<Contract> all = new ArrayList<>(set.contracts());
    all.add(more);
    return new ContractSet(set.operation(), all);
  }

  private static boolean isMet(ContractSet set) {
    return findings(set).stream()
        .anyMatch(finding ->
            MEETING.contains(finding.rule())
                && set.contracts().stream()
                    .anyMatch(other ->
                        !other.id().text().equals(finding.contract())
                            && finding.message().contains("*" + other.title() + "*")));
  }

  private static List<Finding> findings(ContractSet set) {
    return new Prover(Budget.usual())
        .prove(set).rules().stream().flatMap(one -> one.findings().stream()).toList();
  }

  private static List<String> traits(ContractSet set) {
    return findings(set).stream().map(MetamorphicTest::trait).toList();
  }

  private static List<String> played(ContractSet set) {
    return findings(set).stream()
        .filter(finding -> finding.evidence() instanceof Evidence.Played)
        .map(MetamorphicTest::trait)
        .toList();
  }

  private static List<String> without(String id, List<String> traits) {
    return traits.stream().filter(trait -> !trait.contains(id)).toList();
  }

  /// What is found, whichever of two contracts comes first.
  private static String trait(Finding finding) {
    return trait(finding, "", "");
  }

  private static String trait(Finding finding, String name, String instead) {
    return finding.rule()
        + Stream.of(finding.contract(), finding.at())
            .map(one -> one.equals(name) ? instead : one)
            .sorted()
            .toList();
  }
}
