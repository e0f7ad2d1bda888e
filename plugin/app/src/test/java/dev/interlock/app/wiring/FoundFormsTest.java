package dev.interlock.app.wiring;

import static dev.interlock.contract.dsl.Events.callMissed;
import static dev.interlock.contract.dsl.Events.formSubmitted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.EventPattern;
import dev.interlock.engine.read.EventLine;
import dev.interlock.sandbox.records.By;
import dev.interlock.sandbox.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A whole Interlock before a CRM of whose forms no webhook tells.
class FoundFormsTest {
  @TempDir Path folder;
  private Optional<ServedSandbox> running = Optional.empty();

  @AfterEach
  void close() {
    running.ifPresent(ServedSandbox::close);
  }

  private ServedSandbox served() {
    return running.orElseThrow();
  }

  private World world() {
    return served().world();
  }

  private void open(EventPattern event) throws Exception {
    running =
        Optional.of(ServedSandbox.with(folder, ServedSandbox.answered(event), config -> config));
    world().change(() -> world().directory().addForm("Quote"));
    served().lives(Duration.ofMinutes(10));
  }

  private String appears() {
    return world()
        .ask(() ->
            world()
                .contacts()
                .create(
                    Map.of("firstName", "Ann", "email", "ann@mail.example"), it -> it, By.PERSON)
                .id());
  }

  private void fillsIn(String contact, String form) {
    world()
        .change(() ->
            world()
                .submissions()
                .receive(
                    world().directory().forms().stream()
                        .filter(it -> it.name().equals(form))
                        .findFirst()
                        .orElseThrow(),
                    contact));
  }

  private List<String> heard(String contact) {
    return served().story(contact).events().stream()
        .map(EventLine::words)
        .filter(words -> words.contains("form"))
        .toList();
  }

  private int runs(String contact) {
    return served().story(contact).runs().size();
  }

  private long asked(String path) {
    return served().sandbox().records().requests().stream()
        .filter(it -> it.path().startsWith(path))
        .count();
  }

  @Test
  void aFormThatNoWebhookToldBeginsARunOnce() throws Exception {
    open(formSubmitted("Quote"));
    String ann = appears();
    fillsIn(ann, "Quote");
    served().lives(Duration.ofMinutes(30));

    assertThat(heard(ann)).singleElement().asString().contains("found by reading");
    assertThat(runs(ann)).isEqualTo(1);

    fillsIn(ann, "Quote");
    served().lives(Duration.ofMinutes(30));
    assertThat(runs(ann)).isEqualTo(2);
  }

  @Test
  void anotherFormBeginsNone() throws Exception {
    open(formSubmitted("Another"));
    String ann = appears();
    fillsIn(ann, "Quote");
    served().lives(Duration.ofMinutes(30));

    assertThat(heard(ann)).hasSize(1);
    assertThat(runs(ann)).isZero();
  }

  @Test
  void aFormThatAMessageTellsIsNotReadAsAnother() throws Exception {
    open(formSubmitted());
    world().change(() -> world().submissions().showAsMessages());
    String ann = appears();
    fillsIn(ann, "Quote");
    served().lives(Duration.ofMinutes(1));
    assertThat(heard(ann)).singleElement().asString().doesNotContain("found by reading");

    served().lives(Duration.ofMinutes(30));
    assertThat(heard(ann)).hasSize(1);
    assertThat(runs(ann)).isEqualTo(1);
  }

  @Test
  void aDayFullOfFormsIsReadPageByPageAndNobodyIsLeftOut() throws Exception {
    open(formSubmitted("Quote"));
    List<String> all = IntStream.range(0, 130).mapToObj(_ -> appears()).toList();
    all.forEach(contact -> fillsIn(contact, "Quote"));
    served().lives(Duration.ofMinutes(30));

    assertThat(all).allSatisfy(contact -> assertThat(runs(contact)).isEqualTo(1));
  }

  @Test
  void whereNobodyListensForFormsNoneAreRead() throws Exception {
    open(callMissed());
    String ann = appears();
    fillsIn(ann, "Quote");
    served().lives(Duration.ofHours(1));

    assertThat(asked("/forms")).isZero();
    assertThat(asked("/contacts/search")).isPositive();
    assertThat(heard(ann)).isEmpty();
  }
}
