package dev.interlock.crm.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.InstallationId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DriftTest {
  private static final Set<Name> NAMES =
      Set.of(
          Name.of(Thing.Kind.PIPELINE, "Sales"),
          Name.ofStage("Sales", "New"),
          Name.ofStage("Sales", "Booked"),
          Name.of(Thing.Kind.TAG, "vip"),
          Name.of(Thing.Kind.VALUE, "bookingLink"));

  private final Bindings before =
      bindings(
          account(List.of(sales("p1", "New", "Booked")), tags("t1", "vip"), value("Booking link")));

  @Test
  void tellsNothingOfAnAccountThatIsAsItWas() {
    assertThat(changes(List.of(sales("p1", "New", "Booked")), tags("t1", "vip"))).isEmpty();
  }

  @Test
  void tellsWhatIsCalledOtherwiseNow() {
    assertThat(changes(List.of(sales("p1", "New", "Appointed")), tags("t1", "vips")))
        .containsExactlyInAnyOrder(
            "stage *Booked* of *Sales* is now called *Appointed*",
            "tag *vip* is now called *vips*");
  }

  @Test
  void tellsWhatIsGoneAndWhatWasMadeAnew() {
    assertThat(changes(List.of(sales("p1", "New")), tags("t2", "vip")))
        .containsExactlyInAnyOrder("stage *Booked* of *Sales* is gone", "tag *vip* was made anew");
  }

  @Test
  void tellsAnotherOrderOfStagesOnceForTheirPipeline() {
    assertThat(changes(List.of(sales("p1", "Booked", "Extra", "New")), tags("t1", "vip")))
        .containsExactly("the stages of pipeline *Sales* stand in another order: Booked, New");
  }

  @Test
  void doesNotMindAStageInBetween() {
    assertThat(changes(List.of(sales("p1", "New", "Extra", "Booked")), tags("t1", "vip")))
        .isEmpty();
  }

  @Test
  void tellsAPipelineThatWentAndNotEachOfItsStages() {
    assertThat(changes(List.of(), tags("t1", "vip"))).containsExactly("pipeline *Sales* is gone");
  }

  @Test
  void tellsAPipelineThatIsRenamedAndNotEachOfItsStages() {
    var renamed = new Thing.Pipeline("p1", "Deals", sales("p1", "New", "Booked").stages());

    assertThat(changes(List.of(renamed), tags("t1", "vip")))
        .containsExactly("pipeline *Sales* is now called *Deals*");
  }

  @Test
  void saysNothingOfWhatCouldNotBeRead() {
    var now = account(List.of(), new Told.NoScope<>("tags"), value("Booking link"));

    assertThat(Drift.since(before, now))
        .extracting(Change::words)
        .containsExactly("pipeline *Sales* is gone");
  }

  @Test
  void remembersWhatWasLostUntilItIsBackOrNobodyNamesItAnyMore() {
    var now = bindings(account(List.of(), tags("t2", "vip"), value("Booking link")));

    var kept = now.over(before, NAMES);
    var fewer = now.over(before, Set.of(Name.of(Thing.Kind.TAG, "vip")));

    assertThat(kept.of(Name.of(Thing.Kind.PIPELINE, "Sales"))).isPresent();
    assertThat(kept.of(Name.of(Thing.Kind.TAG, "vip")).map(Binding::id)).contains("t2");
    assertThat(fewer.of(Name.of(Thing.Kind.PIPELINE, "Sales"))).isEmpty();
  }

  @Test
  void bindsNoNameThatTwoThingsHave() {
    var twice = new Told.Known<>(List.of(new Thing.Tag("t1", "vip"), new Thing.Tag("t2", "vip")));

    var bound = bindings(account(List.of(), twice, value("Booking link")));

    assertThat(bound.of(Name.of(Thing.Kind.TAG, "vip"))).isEmpty();
  }

  private List<String> changes(List<Thing.Pipeline> pipelines, Told<List<Thing.Tag>> tags) {
    return Drift.since(before, account(pipelines, tags, value("Booking link"))).stream()
        .map(Change::words)
        .toList();
  }

  private static Bindings bindings(Inventory inventory) {
    return Bindings.of(NAMES, inventory);
  }

  private static Thing.Pipeline sales(String id, String... stages) {
    return new Thing.Pipeline(
        id,
        "Sales",
        Arrays.stream(stages).map(stage -> new Thing.Stage(id(stage), stage)).toList());
  }

  /// What is called Appointed is what was called Booked.
  private static String id(String stage) {
    return stage.equals("Appointed") ? "s-Booked" : "s-" + stage;
  }

  private static Told<List<Thing.Tag>> tags(String id, String name) {
    return new Told.Known<>(List.of(new Thing.Tag(id, name)));
  }

  private static Told<List<Thing.Value>> value(String name) {
    return new Told.Known<>(List.of(new Thing.Value("v1", name, "https://book.example.com")));
  }

  private static Inventory account(
      List<Thing.Pipeline> pipelines, Told<List<Thing.Tag>> tags, Told<List<Thing.Value>> values) {
    return new Inventory(
        new InstallationId("loc1"),
        "Practice",
        Optional.empty(),
        new Told.Known<>(pipelines),
        tags,
        List.of(),
        new Told.Known<>(List.of()),
        new Told.Known<>(List.of()),
        new Told.Known<>(List.of()),
        new Told.Known<>(List.of()),
        values,
        Map.of(),
        Map.of());
  }
}
