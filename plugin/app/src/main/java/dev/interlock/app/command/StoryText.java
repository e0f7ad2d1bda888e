package dev.interlock.app.command;

import dev.interlock.app.casebook.Times;
import dev.interlock.app.console.Console;
import dev.interlock.handbook.story.ContactStory;
import dev.interlock.handbook.story.ContactStory.Line;
import dev.interlock.handbook.words.Titles;

/// A contact's story for people.
record StoryText(Console console, Titles titles) {

  void print(ContactStory story) {
    var times = new Times(story.zone());
    console.say(console.bold(story.contact().name()) + ", contact " + story.contact().id());
    console.say(console.faint("Times are those of " + story.zone() + "."));
    places(story, times);
    endings(story, times);
    console.say("");
    console.say(console.bold("What happened, and what did not"));
    story.lines().forEach(line -> line(line, times));
  }

  private void places(ContactStory story, Times times) {
    console.say("");
    console.say(console.bold("Now"));
    if (story.places().isEmpty()) {
      console.say("  In no workflow.");
    }
    for (var place : story.places()) {
      console.say("  " + titles.of(place.contract()) + ", since " + times.stamp(place.since()));
      console.say("    " + place.where());
      console.say(
          "    "
              + place.next()
              + place.when().map(when -> " That is " + times.stamp(when) + ".").orElse(""));
    }
  }

  private void endings(ContactStory story, Times times) {
    if (story.endings().isEmpty()) {
      return;
    }
    console.say("");
    console.say(console.bold("Over"));
    for (var ending : story.endings()) {
      console.say(
          "  %s left as %s on %s"
              .formatted(
                  titles.of(ending.contract()), ending.exit(), times.stamp(ending.endedAt())));
      console.say(
          "    " + (ending.proven() ? console.good(ending.proof()) : console.bad(ending.proof())));
    }
  }

  private void line(Line line, Times times) {
    console.say(
        "  "
            + console.faint(times.stamp(line.at()))
            + "  "
            + line.contract().map(contract -> titles.of(contract) + ": ").orElse("")
            + line.words());
    line.quote().ifPresent(quote -> console.say("      “" + quote + "”"));
  }
}
