package dev.interlock.contract.text;

import dev.interlock.contract.model.ContractException;
import dev.interlock.contract.model.Path;
import dev.interlock.contract.model.Position;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// A group being read, part by part, in the order in which [Writing] put them.
final class Reading {
  private final Node.Group group;
  private int next;

  private Reading(Node.Group group) {
    this.group = group;
  }

  /// What the body makes of all parts of the group.
  static <T> T of(Node.Group group, Function<Reading, T> body) {
    Reading reading = new Reading(group);
    try {
      T made = body.apply(reading);
      reading.end();
      return made;
    } catch (ContractException | ArithmeticException meaningless) {
      throw new ContractTextException(
          group.line(), "(" + group.word() + " ...): " + meaningless.getMessage(), meaningless);
    }
  }

  /// The same for a group of which the word is known.
  static <T> T of(Node.Group group, String word, Function<Reading, T> body) {
    if (!group.word().equals(word)) {
      throw new ContractTextException(
          group.line(), "expected (" + word + " ...), found (" + group.word() + " ...)");
    }
    return of(group, body);
  }

  String word() {
    return group.word();
  }

  Position position() {
    return group.position();
  }

  String text() {
    return switch (take("a quoted text")) {
      case Node.Quote(var text, _) -> text;
      case Node.Word other -> throw expected("a quoted text", other);
      case Node.Group other -> throw expected("a quoted text", other);
    };
  }

  Optional<String> textIfAny() {
    return next < group.parts().size() && group.parts().get(next) instanceof Node.Quote
        ? Optional.of(text())
        : Optional.empty();
  }

  /// All texts that are left.
  <T> List<T> texts(Function<String, T> made) {
    List<T> all = new ArrayList<>();
    while (next < group.parts().size()) {
      all.add(made.apply(text()));
    }
    return all;
  }

  /// The same, of which each may be there once.
  <T> Set<T> textSet(Function<String, T> made) {
    return distinct(texts(made));
  }

  String value() {
    return switch (take("a value")) {
      case Node.Word(var text, _) -> text;
      case Node.Quote other -> throw expected("a value", other);
      case Node.Group other -> throw expected("a value", other);
    };
  }

  int number() {
    return parsed("a whole number", Integer::parseInt);
  }

  BigDecimal decimal() {
    return parsed("a number", BigDecimal::new);
  }

  Duration span() {
    return parsed("a span of time such as PT24H", Duration::parse);
  }

  LocalTime time() {
    return parsed("a time of day such as 09:00", LocalTime::parse);
  }

  LocalDate date() {
    return parsed("a date such as 2030-01-31", LocalDate::parse);
  }

  private <T> T parsed(String what, Function<String, T> parser) {
    int line = line();
    String value = value();
    try {
      return parser.apply(value);
    } catch (NumberFormatException | DateTimeException | ArithmeticException unreadable) {
      throw new ContractTextException(line, "'" + value + "' is not " + what, unreadable);
    }
  }

  /// The constant that is written as the next value.
  <E extends Enum<E>> E one(E[] constants, Function<E, String> words) {
    int line = line();
    String value = value();
    for (E constant : constants) {
      if (words.apply(constant).equals(value)) {
        return constant;
      }
    }
    throw new ContractTextException(line, "(" + group.word() + " ...) knows no '" + value + "'");
  }

  /// Whether the next value is the first of these two.
  boolean isFirst(String first, String second) {
    int line = line();
    String value = value();
    if (!value.equals(first) && !value.equals(second)) {
      throw new ContractTextException(
          line, "expected '" + first + "' or '" + second + "', found '" + value + "'");
    }
    return value.equals(first);
  }

  /// The constants that are written as the values that are left.
  <E extends Enum<E>> Set<E> values(E[] constants, Function<E, String> words) {
    List<E> all = new ArrayList<>();
    while (next < group.parts().size()) {
      all.add(one(constants, words));
    }
    return distinct(all);
  }

  /// All dates that are left.
  Set<LocalDate> dates() {
    List<LocalDate> all = new ArrayList<>();
    while (next < group.parts().size()) {
      all.add(date());
    }
    return distinct(all);
  }

  /// The next part, which is a group of any word.
  <T> T group(Function<Node.Group, T> read) {
    return switch (take("a group")) {
      case Node.Group found -> read.apply(found);
      case Node.Word other -> throw expected("a group", other);
      case Node.Quote other -> throw expected("a group", other);
    };
  }

  /// The next part, which is a group of this word.
  <T> T group(String word, Function<Reading, T> body) {
    return group(found -> of(found, word, body));
  }

  /// The next part, if it is a group of this word.
  <T> Optional<T> groupIfAny(String word, Function<Reading, T> body) {
    return isNext(word) ? Optional.of(group(word, body)) : Optional.empty();
  }

  /// The groups of this word that come next.
  <T> List<T> groups(String word, Function<Reading, T> body) {
    List<T> all = new ArrayList<>();
    while (isNext(word)) {
      all.add(group(word, body));
    }
    return all;
  }

  /// All parts that are left, which are groups.
  <T> List<T> groups(Function<Node.Group, T> read) {
    List<T> all = new ArrayList<>();
    while (next < group.parts().size()) {
      all.add(group(read));
    }
    return all;
  }

  /// The text of the next part if it is a group of this word; else the empty text.
  String textIn(String word) {
    return groupIfAny(word, Reading::text).orElse("");
  }

  /// All parts that are left, which are steps.
  Path path() {
    return new Path(groups(StepForm::read));
  }

  /// Whether the next part is a group of this word.
  boolean isNext(String word) {
    return next < group.parts().size()
        && group.parts().get(next) instanceof Node.Group found
        && found.word().equals(word);
  }

  /// That the word of the group is none of those that say what is wanted.
  ContractTextException unknown(String wanted) {
    return new ContractTextException(
        group.line(), "'" + group.word() + "' is no word for " + wanted);
  }

  private Node take(String wanted) {
    if (next >= group.parts().size()) {
      throw new ContractTextException(
          line(), "(" + group.word() + " ...) ends where " + wanted + " should follow");
    }
    return group.parts().get(next++);
  }

  private int line() {
    if (group.parts().isEmpty()) {
      return group.line();
    }
    return group.parts().get(Math.min(next, group.parts().size() - 1)).line();
  }

  private void end() {
    if (next < group.parts().size()) {
      Node rest = group.parts().get(next);
      throw new ContractTextException(
          rest.line(), "(" + group.word() + " ...) has a part too many: " + described(rest));
    }
  }

  private ContractTextException expected(String wanted, Node found) {
    return new ContractTextException(
        found.line(),
        "(" + group.word() + " ...) expects " + wanted + ", found " + described(found));
  }

  private <T> Set<T> distinct(List<T> all) {
    Set<T> once = new LinkedHashSet<>(all);
    if (once.size() < all.size()) {
      throw new ContractTextException(
          group.line(), "(" + group.word() + " ...) names something twice");
    }
    return once;
  }

  private static String described(Node node) {
    return switch (node) {
      case Node.Word(var text, _) -> "'" + text + "'";
      case Node.Quote(var text, _) -> "\"" + text + "\"";
      case Node.Group(var word, _, _, _, _) -> "(" + word + " ...)";
    };
  }
}
