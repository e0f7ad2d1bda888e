package dev.interlock.app.command;

import dev.interlock.contract.model.ContractId;
import dev.interlock.handbook.story.ContactStory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A contact's story for machines. What is not known is an empty text.
record StoryData(
    String contact,
    String name,
    String zone,
    List<PlaceData> now,
    List<EndingData> ended,
    List<LineData> story) {

  /// Where the contact is.
  record PlaceData(String contract, String since, String where, String next, String due) {}

  /// How a run ended.
  record EndingData(
      String contract, String exit, String begunAt, String endedAt, boolean proven, String proof) {}

  /// What happened, or did not.
  record LineData(
      String at, String contract, String kind, String step, String words, String quote) {}

  static StoryData of(ContactStory story) {
    return new StoryData(
        story.contact().id(),
        story.contact().name(),
        story.zone().getId(),
        story.places().stream()
            .map(place ->
                new PlaceData(
                    place.contract().text(),
                    place.since().toString(),
                    place.where(),
                    place.next(),
                    place.when().map(Instant::toString).orElse("")))
            .toList(),
        story.endings().stream()
            .map(ending ->
                new EndingData(
                    ending.contract().text(),
                    ending.exit().text(),
                    ending.begunAt().toString(),
                    ending.endedAt().toString(),
                    ending.proven(),
                    ending.proof()))
            .toList(),
        story.lines().stream()
            .map(line ->
                new LineData(
                    line.at().toString(),
                    text(line.contract()),
                    line.kind().name(),
                    line.step(),
                    line.words(),
                    line.quote().orElse("")))
            .toList());
  }

  private static String text(Optional<ContractId> contract) {
    return contract.map(ContractId::text).orElse("");
  }
}
