package dev.interlock.sentences;

import static dev.interlock.sentences.ModelShape.components;
import static dev.interlock.sentences.ModelShape.elementOf;
import static dev.interlock.sentences.ModelShape.made;
import static dev.interlock.sentences.ModelShape.permitted;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractException;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Position;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Arbitrary values of the model: whatever its constructors let pass, however senseless. The same
/// seed makes the same value in every JVM.
///
/// It is made by reflection, so that no kind of step, condition or event can be forgotten here.
final class ArbitraryModel {
  private static final int DEEP = 12;
  private static final int LARGE = 250;
  private static final int ENDLESS = 1000;
  private static final List<String> TEXTS =
      List.of(
          "Sales",
          "Front desk",
          "a",
          "UPPER lower",
          "it's \"quoted\" \\ and (grouped) @12 ; #",
          "two\nlines\r\nand\ta tab",
          "  space around  ",
          "Grüße, 世界, Ελλάς, İstanbul, Straße",
          "e\u0301 decomposed, \u00E9 composed",
          "\uD83D\uDE00 beyond the plane",
          "half a pair \uD83D",
          "\u202Eturned\u202C, \u200Bhidden, \u2028line, \uFEFFmark, \u0000\u0007\u0085\u00A0",
          "Hi {{contact.firstName}}, {{#if setting.x}}yes{{/if}}");

  private final Random random;
  private final Map<Type, Integer> heights = new HashMap<>();
  private int recordsLeft;

  ArbitraryModel(long seed) {
    random = new Random(seed);
  }

  Contract contract() {
    return (Contract) whole(Contract.class, 0);
  }

  Operation operation() {
    return (Operation) whole(Operation.class, 0);
  }

  ContractSet set() {
    return (ContractSet) whole(ContractSet.class, 0);
  }

  /// Any value of the type.
  Object value(Type type) {
    return whole(type, DEEP / 2);
  }

  private Object whole(Type type, int depth) {
    recordsLeft = LARGE;
    return value(type, depth);
  }

  private boolean isEnough(int depth) {
    return depth > DEEP || recordsLeft <= 0;
  }

  private Object value(Type type, int depth) {
    return switch (type) {
      case ParameterizedType generic when generic.getRawType() == List.class ->
          List.copyOf(several(elementOf(generic), depth));
      case ParameterizedType generic when generic.getRawType() == Optional.class ->
          isEnough(depth) || random.nextBoolean()
              ? Optional.empty()
              : Optional.of(value(elementOf(generic), depth + 1));
      case ParameterizedType generic -> new LinkedHashSet<>(several(elementOf(generic), depth));
      case Class<?> plain -> plain(plain, depth);
      default -> throw new AssertionError("the model holds a " + type);
    };
  }

  private List<Object> several(Type element, int depth) {
    int count = isEnough(depth) ? 0 : random.nextInt(4);
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(value(element, depth + 1));
    }
    return all;
  }

  private Object plain(Class<?> type, int depth) {
    if (type.isSealed()) {
      return value(subtype(type, depth), depth);
    }
    if (type.isEnum()) {
      return oneOf(List.of(type.getEnumConstants()));
    }
    if (type.isRecord()) {
      return record(type, depth);
    }
    return scalar(type);
  }

  private Class<?> subtype(Class<?> sealed, int depth) {
    List<Class<?>> all = permitted(sealed);
    if (!isEnough(depth)) {
      return oneOf(all);
    }
    int lowest = height(sealed);
    return oneOf(all.stream().filter(one -> height(one) == lowest).toList());
  }

  private Object record(Class<?> type, int depth) {
    recordsLeft--;
    for (int higher = depth; ; higher = Math.max(0, higher - 1)) {
      try {
        return made(type, componentsOf(type, higher + 1));
      } catch (ContractException meaningless) {
        recordsLeft = Math.max(recordsLeft, 10);
        // again, and higher up, so that a list that may not be empty gets elements
      }
    }
  }

  private List<Object> componentsOf(Class<?> type, int depth) {
    return components(type).stream().map(one -> value(one.getGenericType(), depth)).toList();
  }

  private Object scalar(Class<?> type) {
    return switch (type.getName()) {
      case "int" -> random.nextInt(4) == 0 ? random.nextInt(-40, 120) : random.nextInt(1, 20);
      case "boolean" -> random.nextBoolean();
      case "java.lang.String" -> text();
      case "java.math.BigDecimal" ->
          oneOf(
              List.of(
                  BigDecimal.valueOf(random.nextLong(), random.nextInt(-60, 60)),
                  BigDecimal.valueOf(random.nextInt(2000) - 1000),
                  new BigDecimal("0.00")));
      case "java.time.Duration" ->
          oneOf(
              List.of(
                  Duration.ofMinutes(random.nextInt(1, 20000)),
                  Duration.ofMillis(random.nextInt(-900_000, 900_000)),
                  Duration.ofSeconds(random.nextLong(1L << 40))));
      case "java.time.LocalTime" ->
          random.nextBoolean()
              ? LocalTime.of(random.nextInt(24), 15 * random.nextInt(4))
              : LocalTime.ofNanoOfDay(random.nextLong(LocalTime.MAX.toNanoOfDay()));
      case "java.time.LocalDate" -> LocalDate.ofEpochDay(random.nextInt(-1_000_000, 4_000_000));
      case "dev.interlock.contract.model.Position" ->
          Position.at(random.nextInt(6) == 0 ? text() : "Some.java", random.nextInt(0, 400));
      default -> throw new AssertionError("the model holds a " + type);
    };
  }

  private String text() {
    return switch (random.nextInt(8)) {
      case 0 -> "";
      case 1 -> oneOf(TEXTS) + oneOf(TEXTS);
      case 2 -> "name " + random.nextInt(1000);
      case 3 -> new String(Character.toChars(random.nextInt(0x110000)));
      default -> oneOf(TEXTS);
    };
  }

  private <T> T oneOf(List<? extends T> some) {
    return some.get(random.nextInt(some.size()));
  }

  /// How deep the flattest value of the type is.
  private int height(Type type) {
    Integer known = heights.get(type);
    if (known != null) {
      return known;
    }
    heights.put(type, ENDLESS);
    int height =
        switch (type) {
          case Class<?> sealed when sealed.isSealed() ->
              permitted(sealed).stream().mapToInt(this::height).min().orElseThrow();
          case Class<?> record when record.isRecord() ->
              1
                  + components(record).stream()
                      .mapToInt(one -> height(one.getGenericType()))
                      .max()
                      .orElse(0);
          default -> 0;
        };
    heights.put(type, height);
    return height;
  }
}
