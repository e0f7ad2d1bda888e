package dev.interlock.contract.text;

import dev.interlock.contract.model.Path;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.Step;
import java.math.BigDecimal;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A group being written, part by part. [Reading] takes the parts in the same order.
final class Writing {
  // Beyond this, plain digits could fill the memory: 1E+999999999 is a number, too.
  private static final int MOST_PLAIN_DIGITS = 40;

  private final String word;
  private final Position position;
  private final boolean ownLine;
  private final List<Node> parts = new ArrayList<>();

  private Writing(String word, Position position, boolean ownLine) {
    this.word = word;
    this.position = position;
    this.ownLine = ownLine;
  }

  /// A group that stands in the line of the group around it.
  static Writing group(String word) {
    return new Writing(word, Position.unknown(), false);
  }

  /// The same, said somewhere.
  static Writing group(String word, Position position) {
    return new Writing(word, position, false);
  }

  /// A group on a line of its own.
  static Writing line(String word) {
    return new Writing(word, Position.unknown(), true);
  }

  /// The same, said somewhere.
  static Writing line(String word, Position position) {
    return new Writing(word, position, true);
  }

  Writing text(String text) {
    parts.add(new Node.Quote(text, 0));
    return this;
  }

  Writing text(Optional<String> text) {
    text.ifPresent(this::text);
    return this;
  }

  /// Names, or whatever else is told by its text, in their order.
  Writing texts(Collection<?> texts) {
    texts.forEach(text -> text(text.toString()));
    return this;
  }

  Writing value(String value) {
    parts.add(new Node.Word(value, 0));
    return this;
  }

  Writing number(int number) {
    return value(Integer.toString(number));
  }

  Writing number(BigDecimal number) {
    boolean plain = Math.abs((long) number.scale()) <= MOST_PLAIN_DIGITS;
    return value(plain ? number.toPlainString() : number.toString());
  }

  Writing span(TemporalAmount span) {
    return value(span.toString());
  }

  Writing time(TemporalAccessor time) {
    return value(time.toString());
  }

  /// Values in an order that does not depend on how their constants are declared.
  <E extends Enum<E>> Writing values(Collection<E> constants, Function<E, String> words) {
    constants.stream().map(words).sorted().forEach(this::value);
    return this;
  }

  Writing with(Node.Group part) {
    parts.add(part);
    return this;
  }

  <T> Writing with(Collection<T> things, Function<T, Node.Group> written) {
    things.forEach(thing -> with(written.apply(thing)));
    return this;
  }

  <T> Writing with(Optional<T> thing, Function<T, Node.Group> written) {
    thing.ifPresent(present -> with(written.apply(present)));
    return this;
  }

  /// A group of one text, left out when the text is empty.
  Writing unlessEmpty(String name, String text) {
    return text.isEmpty() ? this : with(group(name).text(text).done());
  }

  /// A group of one text, left out when there is none.
  Writing ifSaid(String name, Optional<?> text) {
    text.ifPresent(said -> with(group(name).text(said.toString()).done()));
    return this;
  }

  /// A group of values, left out when there are none.
  <E extends Enum<E>> Writing unlessEmpty(
      String name, Collection<E> constants, Function<E, String> words) {
    return constants.isEmpty() ? this : with(group(name).values(constants, words).done());
  }

  /// A group of texts, left out when there are none.
  Writing unlessEmpty(String name, Collection<?> texts) {
    return texts.isEmpty() ? this : with(group(name).texts(texts).done());
  }

  /// The steps of a path, each on its line; one that only leaves stays on the line of its group.
  Writing path(Path path) {
    return path.steps().size() == 1 && path.steps().getFirst() instanceof Step.Leave leave
        ? with(StepForm.write(leave).inLine())
        : with(path.steps(), StepForm::write);
  }

  Node.Group done() {
    return new Node.Group(word, position, ownLine, parts, 0);
  }
}
