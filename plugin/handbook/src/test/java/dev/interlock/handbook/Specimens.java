package dev.interlock.handbook;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.OnFailure;
import dev.interlock.contract.model.Path;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.model.StepName;
import dev.interlock.contract.model.TagName;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/// Makes specimens of the model's types by reflection, at least one of every permitted kind, so
/// that a new kind is tested the day it is added. Each text is another one and can be looked for.
public final class Specimens {
  private static final int DEEP = 3;
  private static final Map<Class<?>, Object> FIXED =
      Map.of(
          int.class,
          7,
          BigDecimal.class,
          new BigDecimal("12.5"),
          LocalDate.class,
          LocalDate.of(2026, 11, 5),
          Position.class,
          Position.unknown(),
          ContractId.class,
          EverythingSet.OTHER,
          ExitName.class,
          EverythingSet.DONE);

  private final IntFunction<String> texts;
  private final List<String> said = new ArrayList<>();
  private int count;

  private Specimens(IntFunction<String> texts) {
    this.texts = texts;
  }

  /// Specimens whose texts are made from a running number.
  public static Specimens saying(IntFunction<String> texts) {
    return new Specimens(texts);
  }

  /// Specimens with harmless texts.
  public static Specimens plain() {
    return saying(number -> "word" + number + "x");
  }

  /// Every text that was put into a specimen so far.
  public List<String> said() {
    return List.copyOf(said);
  }

  /// One of each kind of the type.
  public <T> List<T> of(Class<T> type) {
    return all(kinds(type, 0)).stream().map(type::cast).toList();
  }

  /// A specimen on demand; empty when the record refuses its values, as a window without days does.
  private interface Kind extends Supplier<Optional<Object>> {}

  private List<Object> all(List<Kind> kinds) {
    return kinds.stream().flatMap(kind -> kind.get().stream()).toList();
  }

  private List<Kind> kinds(Type type, int depth) {
    return switch (type) {
      case ParameterizedType generic -> generic(generic, depth);
      case Class<?> raw -> raw(raw, depth);
      default -> throw new IllegalArgumentException("no specimen of " + type);
    };
  }

  private List<Kind> generic(ParameterizedType type, int depth) {
    List<Kind> parts = kinds(type.getActualTypeArguments()[0], depth + 1);
    if (type.getRawType() == Optional.class) {
      List<Kind> optionals = new ArrayList<>();
      parts.forEach(part -> optionals.add(() -> part.get().map(Optional::of)));
      optionals.add(always(Optional::empty));
      return optionals;
    }
    List<Kind> some = depth > DEEP ? parts.subList(0, 1) : parts;
    if (type.getRawType() == Set.class) {
      List<Kind> one = parts.subList(0, 1);
      return List.of(
          always(() -> new LinkedHashSet<>(all(some))),
          always(() -> new LinkedHashSet<>(all(one))),
          always(Set::of));
    }
    return List.of(always(() -> all(some)));
  }

  private List<Kind> raw(Class<?> type, int depth) {
    if (FIXED.containsKey(type)) {
      return List.of(always(() -> FIXED.get(type)));
    }
    if (type == String.class) {
      return List.of(always(this::text));
    }
    if (type == boolean.class) {
      return List.of(always(() -> true), always(() -> false));
    }
    if (type == Duration.class) {
      return List.of(always(() -> Duration.ofHours(3 + ++count)));
    }
    if (type == LocalTime.class) {
      return List.of(always(() -> LocalTime.of(++count % 24, count % 60)));
    }
    if (type == Path.class) {
      return List.of(always(this::path), always(() -> Path.of(leave())), always(Path::nothing));
    }
    return composed(type, depth);
  }

  private List<Kind> composed(Class<?> type, int depth) {
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants()).map(each -> always(() -> each)).toList();
    }
    if (!type.isSealed()) {
      return records(type, depth);
    }
    List<Kind> all = new ArrayList<>();
    for (Class<?> kind : type.getPermittedSubclasses()) {
      if (depth <= DEEP || !mentions(kind, type)) {
        all.addAll(kinds(kind, depth + 1));
      }
    }
    return all;
  }

  /// Enough kinds of a record for every kind of each component to occur.
  private List<Kind> records(Class<?> type, int depth) {
    List<List<Kind>> columns = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      columns.add(kinds(component.getGenericType(), depth + 1));
    }
    int rows = columns.stream().mapToInt(List::size).max().orElse(1);
    List<Kind> kinds = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      int at = row;
      List<Kind> parts = columns.stream().map(column -> column.get(at % column.size())).toList();
      kinds.add(() -> made(type, parts));
    }
    return kinds;
  }

  private Optional<Object> made(Class<?> type, List<Kind> parts) {
    int before = said.size();
    List<Object> values = all(parts);
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      if (values.size() == parts.size()) {
        return Optional.of(type.getDeclaredConstructor(types).newInstance(values.toArray()));
      }
    } catch (InvocationTargetException refused) {
      // falls through: the record says itself that there is no such thing
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("no specimen of " + type, impossible);
    }
    said.subList(before, said.size()).clear();
    return Optional.empty();
  }

  private Path path() {
    Position nowhere = Position.unknown();
    Action tag = new Action.AddTag(new TagName(text()));
    StepName name = new StepName(text());
    return new Path(
        List.of(new Step.Act(name, tag, text(), OnFailure.usual(nowhere), nowhere), leave()));
  }

  private static Step leave() {
    return new Step.Leave(EverythingSet.DONE, Position.unknown());
  }

  private String text() {
    String text = texts.apply(++count);
    said.add(text);
    return text;
  }

  private static Kind always(Supplier<Object> specimen) {
    return () -> Optional.of(specimen.get());
  }

  private static boolean mentions(Class<?> kind, Class<?> family) {
    return kind.isRecord()
        && Arrays.stream(kind.getRecordComponents())
            .anyMatch(part -> part.getGenericType().getTypeName().contains(family.getName()));
  }
}
