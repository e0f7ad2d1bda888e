package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.casebook.Casebook;
import dev.interlock.app.console.Console;
import dev.interlock.app.console.ExitCode;
import dev.interlock.app.console.Json;
import dev.interlock.contract.contact.ContactId;
import dev.interlock.handbook.story.ContactStory;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Tells a contact's story.
@Command(
    name = "explain",
    description = {
      "Tells what happened to a contact, what did not happen, and why.",
      "",
      "It ends with 1 when nobody is called so, or more than one."
    })
final class ExplainCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Console console;

  @Mixin private final DataFolder data = new DataFolder();

  @Parameters(
      paramLabel = "CONTACT",
      description = "The contact's id in the CRM, or a part of their name.")
  private String contact = "";

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  ExplainCommand(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
  }

  @Override
  public Integer call() {
    return data.ask(surroundings, this::explain);
  }

  private int explain(Casebook casebook) {
    var exact = casebook.story(new ContactId(contact));
    if (exact.isPresent()) {
      return show(exact.get(), casebook);
    }
    var found = casebook.contacts(contact);
    if (found.size() == 1) {
      return casebook
          .story(found.getFirst().contact())
          .map(story -> show(story, casebook))
          .orElse(ExitCode.NO);
    }
    if (found.isEmpty()) {
      console.tell("Nobody whose name or id contains “" + contact + "” is known.");
      return ExitCode.NO;
    }
    console.tell(found.size() + " contacts are meant by “" + contact + "”; say which:");
    found.forEach(each -> console.tell("  " + each.contact() + "  " + each.name()));
    return ExitCode.NO;
  }

  private int show(ContactStory story, Casebook casebook) {
    if (json) {
      console.say(Json.of(StoryData.of(story)));
    } else {
      new StoryText(console, casebook.titles()).print(story);
    }
    return ExitCode.FINE;
  }
}
