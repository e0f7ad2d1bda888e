package dev.interlock.sentences;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.RunKey;
import dev.interlock.contract.model.SendTerms;
import dev.interlock.sentences.DslReference.Row;
import dev.interlock.sentences.PublicWords.Word;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The reference of the language names each word that there is, no other, and only with examples
/// that compile.
class DslReferenceTest {
  private static DslReference reference;
  private static Set<Word> words;

  @BeforeAll
  static void read() throws IOException {
    reference = DslReference.onDisk();
    words = PublicWords.all();
  }

  @Test
  void explainsEveryWordOfTheLanguage() {
    Set<String> explained =
        reference.rows().stream()
            .flatMap(row -> row.owners().stream().map(owner -> owner + " " + row.word()))
            .collect(toSet());

    assertThat(words)
        .hasSizeGreaterThan(200)
        .extracting(word -> PublicWords.nameOf(word.owner()) + " " + word.written())
        .allSatisfy(word -> assertThat(explained).contains(word));
  }

  @Test
  void namesNoWordThatDoesNotExist() {
    assertThat(reference.rows())
        .allSatisfy(row -> assertThat(ownersOf(row)).as("owners of %s", row).isNotEmpty());
  }

  @Test
  void showsEachWordInItsExample() {
    assertThat(reference.rows())
        .allSatisfy(row -> assertThat(row.example()).containsPattern("\\b" + name(row) + "\\b"));
  }

  @Test
  void hasExamplesThatCompile() {
    List<String> methods = new ArrayList<>();
    for (Row row : reference.rows()) {
      if (row.example().startsWith(".")) {
        ownersOf(row)
            .forEach(owner -> methods.add(continued(owner, row.example(), methods.size())));
      } else {
        methods.add("Object example%d() { return %s; }".formatted(methods.size(), row.example()));
      }
    }

    assertThat(Javac.problemsInMembers(methods)).isEmpty();
  }

  @Test
  void hasLongerExamplesThatCompile() {
    assertThat(reference.blocks())
        .hasSizeGreaterThan(4)
        .allSatisfy(block ->
            assertThat(
                    block.contains("class ")
                        ? Javac.problemsInClass("CallBack", block)
                        : Javac.problemsIn(block))
                .isEmpty());
  }

  @Test
  void listsTheConstantsThatThereAre() {
    Stream.of(
            Channel.class,
            DealStatus.class,
            RunKey.class,
            SendTerms.Ask.class,
            EventPattern.HandAct.class,
            Operation.FieldKind.class,
            Operation.Writer.class,
            Operation.UnknownZone.class)
        .forEach(type ->
            assertThat(reference.constants())
                .containsEntry(
                    type.getCanonicalName().replace("dev.interlock.contract.model.", ""),
                    Arrays.stream(type.getEnumConstants()).map(Object::toString).toList()));
    assertThat(reference.constants()).hasSize(8);
  }

  private static String continued(Class<?> owner, String example, int number) {
    return "Object example%d(%s it) { return it%s; }"
        .formatted(number, owner.getCanonicalName(), example);
  }

  private static List<Class<?>> ownersOf(Row row) {
    return words.stream()
        .filter(word -> word.written().equals(row.word()))
        .filter(word -> row.owners().contains(PublicWords.nameOf(word.owner())))
        .<Class<?>>map(Word::owner)
        .toList();
  }

  private static String name(Row row) {
    return row.word().replace(".", "");
  }
}
