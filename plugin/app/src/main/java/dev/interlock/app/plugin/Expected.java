package dev.interlock.app.plugin;

import dev.interlock.contract.dsl.Awaiting;
import dev.interlock.contract.dsl.Branching;
import dev.interlock.contract.dsl.Drafting;
import dev.interlock.contract.dsl.Waiving;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Knows how a sentence of the language may go on. When one is broken off, the compiler names the
/// place in the grammar where it stopped; what may follow there are that type's methods.
final class Expected {
  private static final Pattern NAME = Pattern.compile("\\b[A-Z][A-Za-z]+\\b");
  private static final List<Class<?>> GRAMMAR =
      List.of(Drafting.class, Awaiting.class, Branching.class, Waiving.class);
  private static final String NOTHING = "";

  private Expected() {}

  /// What to do about a message of the compiler; empty when it says nothing about the grammar.
  static String after(String message) {
    return NAME.matcher(message)
        .results()
        .map(MatchResult::group)
        .flatMap(Expected::stage)
        .findFirst()
        .map(Expected::words)
        .orElse(NOTHING);
  }

  private static Stream<Class<?>> stage(String name) {
    return GRAMMAR.stream()
        .flatMap(grammar -> Arrays.stream(grammar.getDeclaredClasses()))
        .filter(stage -> stage.getSimpleName().equals(name));
  }

  private static String words(Class<?> stage) {
    var next =
        Arrays.stream(stage.getDeclaredMethods())
            .filter(method -> !method.isSynthetic())
            .map(Method::getName)
            .distinct()
            .sorted()
            .map(name -> "." + name + "(...)")
            .collect(Collectors.joining(", "))
            .replaceFirst(", ([^,]*)$", " or $1");
    return "the sentence goes on here with " + next + ".";
  }
}
