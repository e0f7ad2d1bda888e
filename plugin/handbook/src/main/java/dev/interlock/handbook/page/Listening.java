package dev.interlock.handbook.page;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.Declaration;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.EventPattern.AppointmentChange;
import dev.interlock.contract.model.EventPattern.ConsentChange;
import dev.interlock.contract.model.ExitKind;
import dev.interlock.contract.model.Path;
import dev.interlock.contract.model.Saying;
import dev.interlock.contract.model.Step;
import dev.interlock.handbook.words.FailureWords;
import dev.interlock.handbook.words.Phrases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where a contract listens for what a contact may do.
record Listening(Contract contract) {

  /// What a contact may do.
  enum Doing {
    REPLIES("they reply"),
    BOOKS("they book"),
    DECLINES("they decline or opt out");

    private final String words;

    Doing(String words) {
      this.words = words;
    }
  }

  /// Where the path changes, as one sentence.
  String sentence(Doing doing) {
    Map<String, Set<String>> places = new LinkedHashMap<>();
    contract.handlers().stream()
        .filter(handler -> shows(doing, handler.event(), declines(handler.path())))
        .forEach(handler -> add(places, "at any time", handler.path()));
    for (Step step : PathWalk.of(contract)) {
      if (step instanceof Step.Await await) {
        await.arms().stream()
            .filter(arm -> shows(doing, arm.event(), declines(arm.path())))
            .forEach(arm -> add(places, "at " + Phrases.quoted(step.name()), arm.path()));
      }
    }
    if (places.isEmpty()) {
      return "When " + doing.words + ", nothing changes in this workflow" + ignored(doing) + ".";
    }
    List<String> ways = new ArrayList<>();
    places.forEach((place, ends) -> ways.add(place + " (" + Phrases.or(ends) + ")"));
    return "When " + doing.words + ", the path changes " + Phrases.and(ways) + ".";
  }

  private static void add(Map<String, Set<String>> places, String place, Path path) {
    places
        .computeIfAbsent(place, _ -> new LinkedHashSet<>())
        .add(
            FailureWords.onlyExit(path)
                .map(exit -> "leaving as " + Phrases.quoted(exit))
                .orElse("with further steps"));
  }

  private static boolean shows(Doing doing, EventPattern event, boolean declines) {
    return switch (doing) {
      case REPLIES -> isReply(event);
      case BOOKS -> isBooking(event);
      case DECLINES -> declines || isOptOut(event);
    };
  }

  private String ignored(Doing doing) {
    List<String> reasons = new ArrayList<>();
    for (Declaration declaration : contract.declarations()) {
      if (declaration instanceof Declaration.Ignores(var event, var reason, _)
          && shows(doing, event, false)) {
        reasons.add(reason.strip());
      }
    }
    return reasons.isEmpty() ? "" : ", on purpose: " + withoutStop(String.join(" ", reasons));
  }

  private static String withoutStop(String words) {
    return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
  }

  private boolean declines(Path path) {
    return FailureWords.onlyExit(path)
        .flatMap(contract::exit)
        .filter(exit -> exit.kind() == ExitKind.DECLINED)
        .isPresent();
  }

  private static boolean isReply(EventPattern event) {
    return switch (event) {
      case EventPattern.Either(var patterns) -> patterns.stream().anyMatch(Listening::isReply);
      case EventPattern.MessageReceived(_, Saying.Anything _) -> true;
      case EventPattern.MessageReceived(_, Saying.AnyOf _) -> true;
      case EventPattern _ -> false;
    };
  }

  private static boolean isBooking(EventPattern event) {
    return switch (event) {
      case EventPattern.Either(var patterns) -> patterns.stream().anyMatch(Listening::isBooking);
      case EventPattern.AppointmentEvent(var change, _) -> change == AppointmentChange.BOOKED;
      case EventPattern _ -> false;
    };
  }

  private static boolean isOptOut(EventPattern event) {
    return switch (event) {
      case EventPattern.Either(var patterns) -> patterns.stream().anyMatch(Listening::isOptOut);
      case EventPattern.MessageReceived(_, Saying.OptOut _) -> true;
      case EventPattern.ConsentEvent(var change, _) -> change == ConsentChange.OPTED_OUT;
      case EventPattern _ -> false;
    };
  }
}
