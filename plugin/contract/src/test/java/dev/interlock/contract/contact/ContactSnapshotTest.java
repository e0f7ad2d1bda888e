package dev.interlock.contract.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.StageRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContactSnapshotTest {
  private static final Instant NOON = Instant.parse("2030-01-15T12:00:00Z");
  private static final PipelineName SALES = new PipelineName("Sales");
  private static final PipelineName OTHER = new PipelineName("Other");

  @Test
  void meansTheOpenDealEvenIfAClosedOneWasTouchedLater() {
    ContactSnapshot contact =
        withDeals(
            deal("a", SALES, DealStatus.OPEN, NOON),
            deal("b", SALES, DealStatus.WON, NOON.plusSeconds(60)));

    assertThat(contact.deal(SALES).map(ContactSnapshotTest::id)).isEqualTo(Known.said("a"));
  }

  @Test
  void meansTheOpenDealTouchedLast() {
    ContactSnapshot contact =
        withDeals(
            deal("a", SALES, DealStatus.OPEN, NOON.plusSeconds(60)),
            deal("b", SALES, DealStatus.OPEN, NOON));

    assertThat(contact.deal(SALES).map(ContactSnapshotTest::id)).isEqualTo(Known.said("a"));
  }

  @Test
  void meansTheClosedDealTouchedLastWhenNoneIsOpen() {
    ContactSnapshot contact =
        withDeals(
            deal("a", SALES, DealStatus.LOST, NOON),
            deal("b", SALES, DealStatus.ABANDONED, NOON.plusSeconds(1)));

    assertThat(contact.deal(SALES).map(ContactSnapshotTest::id)).isEqualTo(Known.said("b"));
  }

  @Test
  void meansTheSameOfTwoDealsTouchedAtOnceWhateverTheirOrder() {
    Deal one = deal("a", SALES, DealStatus.OPEN, NOON);
    Deal other = deal("b", SALES, DealStatus.OPEN, NOON);

    assertThat(withDeals(one, other).deal(SALES)).isEqualTo(withDeals(other, one).deal(SALES));
  }

  @Test
  void meansNoDealOfAnotherPipeline() {
    ContactSnapshot contact = withDeals(deal("a", OTHER, DealStatus.OPEN, NOON));

    assertThat(contact.deal(SALES)).isEqualTo(Known.said(Optional.empty()));
  }

  @Test
  void doesNotSayOfDealsThatWereNotRead() {
    ContactSnapshot contact = ContactSnapshot.gone(new ContactId("c"), NOON);

    assertThat(contact.deal(SALES)).isEqualTo(Known.unsaid());
    assertThat(contact.exists()).isFalse();
  }

  @Test
  void callsTheContactByNameOrElseByNumber() {
    assertThat(named(Map.of()).displayName()).isEqualTo("c");
    assertThat(named(Map.of(StandardFields.FIRST_NAME, "Ana")).displayName()).isEqualTo("Ana");
    assertThat(
            named(Map.of(StandardFields.FIRST_NAME, "Ana", StandardFields.LAST_NAME, "Ruiz"))
                .displayName())
        .isEqualTo("Ana Ruiz");
  }

  private static String id(Optional<Deal> deal) {
    return deal.orElseThrow().id().text();
  }

  private static Deal deal(String id, PipelineName pipeline, DealStatus status, Instant touched) {
    return new Deal(
        new DealId(id),
        "Deal",
        new StageRef(pipeline, new StageName("New")),
        status,
        Optional.empty(),
        touched);
  }

  private static ContactSnapshot withDeals(Deal... deals) {
    return snapshot(Map.of(), Known.said(List.of(deals)));
  }

  private static ContactSnapshot named(Map<FieldName, String> fields) {
    return snapshot(fields, Known.unsaid());
  }

  private static ContactSnapshot snapshot(Map<FieldName, String> fields, Known<List<Deal>> deals) {
    return new ContactSnapshot(
        new ContactId("c"),
        NOON,
        true,
        fields,
        Map.of(),
        Map.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        deals,
        Known.unsaid());
  }
}
