package dev.interlock.sentences;

import static dev.interlock.contract.dsl.Operations.business;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractException;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Path;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.text.ContentHash;
import dev.interlock.contract.text.ContractSetText;
import dev.interlock.contract.text.ContractText;
import dev.interlock.contract.text.OperationText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Write, read and write again: over one known contract, and over a thousand that nobody would
/// write.
class CanonicalTextTest {
  private static final int MANY = 1000;

  /// What a thread has where nobody says otherwise. How much of it a frame takes is the compiler's
  /// to say: interpreted, half of it would do.
  private static final int ORDINARY_STACK = 1024 * 1024;

  private static final Contract MISSED_CALL = new MissedCallTextBack().contract();

  @Test
  void ofAKnownContractIsTheGoldenText() throws IOException {
    assertThat(ContractText.write(MISSED_CALL)).isEqualTo(golden("missed-call-text-back.contract"));
  }

  @Test
  void ofAGoldenTextFromDiskIsStillRead() throws IOException {
    assertThat(ContractText.read(golden("missed-call-text-back.contract"))).isEqualTo(MISSED_CALL);
  }

  @Test
  void ofAnyContractReadsBackToAnEqualOne() {
    contracts()
        .forEach(contract -> {
          String text = ContractText.write(contract);
          Contract read = ContractText.read(text);
          assertThat(read).isEqualTo(contract);
          assertThat(ContractText.write(read)).isEqualTo(text);
        });
  }

  @Test
  void ofAnyOperationReadsBackToAnEqualOne() {
    operations()
        .forEach(operation -> {
          String text = OperationText.write(operation);
          Operation read = OperationText.read(text);
          assertThat(read).isEqualTo(operation);
          assertThat(OperationText.write(read)).isEqualTo(text);
        });
  }

  @Test
  void ofAnySetReadsBackToAnEqualOne() {
    LongStream.range(0, 100)
        .mapToObj(seed -> new ArbitraryModel(seed).set())
        .forEach(set -> {
          String text = ContractSetText.write(set);
          assertThat(ContractSetText.read(text)).isEqualTo(set);
          assertThat(ContractSetText.read(ContractSetText.writeWithPositions(set))).isEqualTo(set);
        });
  }

  @Test
  void coversEveryKindOfWhichAModelIsMade() {
    Set<Object> generated = new LinkedHashSet<>();
    contracts().limit(300).forEach(contract -> ModelShape.collectKindsOf(contract, generated));
    operations().limit(100).forEach(operation -> ModelShape.collectKindsOf(operation, generated));
    Set<Object> wanted = ModelShape.kindsIn(ContractSet.class);
    wanted.remove(ContractSet.class);

    assertThat(generated).containsExactlyInAnyOrderElementsOf(wanted);
    assertThat(wanted).contains(Condition.Always.class, Step.Repeat.class).hasSizeGreaterThan(150);
  }

  @Test
  void keepsPositionsWhenAsked() {
    contracts()
        .limit(300)
        .forEach(contract -> {
          String text = ContractText.writeWithPositions(contract);
          Contract read = ContractText.read(text);
          assertThat(read).isEqualTo(contract);
          assertThat(ContractText.writeWithPositions(read)).isEqualTo(text);
          assertThat(ContentHash.of(read)).isEqualTo(ContentHash.of(contract));
        });
  }

  @Test
  void ofTwoModelsIsEqualExactlyWhenTheyMeanTheSame() {
    AtomicInteger tried = new AtomicInteger();
    String text = ContractText.write(MISSED_CALL);
    new Mutations(1)
        .each(
            MISSED_CALL,
            mutant -> {
              tried.incrementAndGet();
              assertThat(ContractText.write((Contract) mutant).equals(text))
                  .as("%s", mutant)
                  .isEqualTo(mutant.equals(MISSED_CALL));
            });
    assertThat(tried).hasValueGreaterThan(300);
  }

  @Test
  void ofArbitraryModelsChangesWithEachComponent() {
    for (long seed = 0; seed < 8; seed++) {
      Contract contract = new ArbitraryModel(seed).contract();
      Operation operation = new ArbitraryModel(seed).operation();
      ContentHash contractHash = ContentHash.of(contract);
      ContentHash operationHash = ContentHash.of(operation);
      new Mutations(seed)
          .each(
              contract,
              mutant ->
                  assertThat(ContentHash.of((Contract) mutant).equals(contractHash))
                      .isEqualTo(mutant.equals(contract)));
      new Mutations(seed)
          .each(
              operation,
              mutant ->
                  assertThat(ContentHash.of((Operation) mutant).equals(operationHash))
                      .isEqualTo(mutant.equals(operation)));
    }
  }

  @Test
  void showsWhatCannotBeSeen() {
    Operation operation = business("a\u202Eb\u00A0c\uD83Dd\n\u00E9 \uD83D\uDE00").build();

    assertThat(OperationText.write(operation))
        .startsWith(
            "interlock-operation 1\n(operation \"a\\u{202E}b\\u{A0}c\\u{D83D}d\\n\u00E9 \uD83D\uDE00\"\n");
  }

  @Test
  void refusesToWriteWhatItCouldNotRead() {
    Contract deep = nested(400);

    assertThatThrownBy(() -> ContractText.write(deep))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("nested deeper than 300 levels");
  }

  @Test
  void readsTheDeepestThatItWritesOnTheStackOfAThread() throws InterruptedException {
    Contract deep = nested(298);
    AtomicReference<Contract> read = new AtomicReference<>();
    Thread ordinary =
        new Thread(
            null,
            () -> read.set(ContractText.read(ContractText.write(deep))),
            "ordinary",
            ORDINARY_STACK);
    ordinary.start();
    ordinary.join();

    // comparing goes as deep, and how much of the stack that takes is not ours to say
    assertThat(read.get()).isEqualTo(deep);
  }

  private static Contract nested(int levels) {
    Path path = Path.nothing();
    for (int i = 0; i < levels; i++) {
      Step step =
          new Step.Repeat(
              MISSED_CALL.path().steps().getFirst().name(), 1, path, "", MISSED_CALL.position());
      path = Path.of(step);
    }
    Contract like = MISSED_CALL;
    return new Contract(
        like.id(),
        like.title(),
        like.owner(),
        like.purpose(),
        like.trigger(),
        like.admits(),
        like.lane(),
        like.reentry(),
        like.key(),
        like.handlers(),
        like.declarations(),
        path,
        like.exits(),
        like.position());
  }

  private static Stream<Contract> contracts() {
    return LongStream.range(0, MANY).mapToObj(seed -> new ArbitraryModel(seed).contract());
  }

  private static Stream<Operation> operations() {
    return LongStream.range(0, MANY).mapToObj(seed -> new ArbitraryModel(seed).operation());
  }

  private static String golden(String name) throws IOException {
    try (var stream = CanonicalTextTest.class.getResourceAsStream(name)) {
      assertThat(stream).as("resource %s", name).isNotNull();
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
