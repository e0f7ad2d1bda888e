package dev.interlock.simulation.life;

import dev.interlock.contract.contact.Deal;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.EventPattern.TagChange;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Operation.Field;
import dev.interlock.contract.model.Operation.Tag;
import dev.interlock.contract.model.Operation.TagGroup;
import dev.interlock.contract.model.Operation.Writer;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.contract.model.StageRef;
import dev.interlock.contract.model.TagName;
import dev.interlock.simulation.Simulation;
import dev.interlock.simulation.script.Act;
import dev.interlock.simulation.script.By;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What colleagues do, and whoever else is declared to write an attribute. Deals are moved forward
/// from a stage that a team owns, and back along declared returns.
record PeopleOffers(Operation operation, Values values) {

  /// Puts them among what the world offers.
  void addTo(Offers offers) {
    operation
        .pipelines()
        .forEach(pipeline -> {
          offers.offer(8, (now, chance) -> moves(pipeline, now, chance));
          offers.offer(3, (now, chance) -> marks(pipeline, now, chance));
        });
    offers.offer(3, new Act.ForeignCall(By.STAFF));
    offers.offer(
        3,
        (now, chance) ->
            List.of(
                new Act.ForeignMessage(
                    By.STAFF, Optional.empty(), chance.percent(70) ? Channel.SMS : Channel.EMAIL)));
    offers.offer(3, (now, _) -> now.hasOpenTask() ? List.of(new Act.TaskTicked()) : List.of());
    offers.offer(1, new Act.NoteWritten());
    offers.offer(
        1,
        (now, chance) ->
            chance
                .oneOfAny(now.underWay())
                .<List<Act>>map(
                    run -> List.of(new Act.Withdraws(run.contract(), Offers.nth(now, run))))
                .orElse(List.of()));
    operation.tags().forEach(tag -> tag(tag, offers));
    fields(offers);
  }

  private static Optional<Deal> open(Pipeline pipeline, Simulation now) {
    return now.account().deal(pipeline.name()).filter(deal -> deal.status() == DealStatus.OPEN);
  }

  private static Optional<Pipeline.Stage> owned(Pipeline pipeline, Deal deal) {
    return pipeline.stages().stream()
        .filter(stage -> stage.name().equals(deal.stage().stage()))
        .filter(stage -> stage.owner().isPresent())
        .findFirst();
  }

  private static List<Act> moves(Pipeline pipeline, Simulation now, Chance chance) {
    Optional<Pipeline.Stage> from = open(pipeline, now).flatMap(deal -> owned(pipeline, deal));
    if (from.isEmpty()) {
      return List.of();
    }
    int at = pipeline.stages().indexOf(from.get());
    List<Pipeline.Stage> to =
        pipeline.stages().stream()
            .filter(stage ->
                pipeline.stages().indexOf(stage) > at
                    || from.get().lawfulReturns().contains(stage.name()))
            .toList();
    return chance
        .oneOfAny(to)
        .<List<Act>>map(stage ->
            List.of(new Act.DealMoved(new StageRef(pipeline.name(), stage.name()), By.STAFF)))
        .orElse(List.of());
  }

  private static List<Act> marks(Pipeline pipeline, Simulation now, Chance chance) {
    DealStatus status =
        chance.oneOf(List.of(DealStatus.WON, DealStatus.LOST, DealStatus.ABANDONED));
    return open(pipeline, now)
        .flatMap(deal -> owned(pipeline, deal))
        .<List<Act>>map(_ -> List.of(new Act.DealMarked(pipeline.name(), status, By.STAFF)))
        .orElse(List.of());
  }

  private void tag(Tag tag, Offers offers) {
    people(tag.writers())
        .forEach(by -> {
          Optional<TagGroup> group =
              operation.groups().stream()
                  .filter(one -> one.members().contains(tag.name()))
                  .findFirst();
          offers.offer(3, (now, _) -> toggles(tag.name(), group, by, now));
        });
  }

  /// Who changes a tag of a group keeps the group in order.
  private static List<Act> toggles(TagName tag, Optional<TagGroup> group, By by, Simulation now) {
    Set<TagName> tags = now.account().tags();
    boolean there = tags.contains(tag);
    if (there && group.filter(TagGroup::oneMustHold).isPresent()) {
      return List.of();
    }
    Stream<Act> others =
        there
            ? Stream.of()
            : group.stream()
                .flatMap(one -> one.members().stream())
                .filter(tags::contains)
                .map(other -> new Act.TagChanged(other, TagChange.REMOVED, by));
    Act change = new Act.TagChanged(tag, there ? TagChange.REMOVED : TagChange.ADDED, by);
    return Stream.concat(others, Stream.of(change)).toList();
  }

  private void fields(Offers offers) {
    for (Field field : operation.fields()) {
      people(field.writers())
          .forEach(by ->
              offers.offer(
                  2,
                  (now, chance) ->
                      List.of(
                          new Act.FieldChanged(
                              field.name(), values.any(field, today(now), chance), by))));
    }
  }

  private static LocalDate today(Simulation now) {
    return LocalDate.ofInstant(now.now(), ZoneOffset.UTC);
  }

  private static Stream<By> people(Set<Writer> writers) {
    return writers.stream()
        .flatMap(writer ->
            switch (writer) {
              case STAFF -> Stream.of(By.STAFF);
              case CONTACT -> Stream.of(By.CONTACT);
              case OTHER_APP -> Stream.of(By.OTHER_APP);
              case AUTOMATION -> Stream.of();
            });
  }
}
