package dev.interlock.sentences;

import dev.interlock.contract.model.Position;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the model is made of, by reflection, so that these tests grow with it.
final class ModelShape {
  private ModelShape() {}

  /// All records and enum constants that a value of the type may be made of.
  static Set<Object> kindsIn(Class<?> root) {
    Set<Object> found = new LinkedHashSet<>();
    collectKinds(root, found, new LinkedHashSet<>());
    return found;
  }

  private static void collectKinds(Type type, Set<Object> found, Set<Type> seen) {
    if (!seen.add(type)) {
      return;
    }
    switch (type) {
      case ParameterizedType generic -> collectKinds(elementOf(generic), found, seen);
      case Class<?> sealed when sealed.isSealed() ->
          permitted(sealed).forEach(one -> collectKinds(one, found, seen));
      case Class<?> constants when constants.isEnum() ->
          found.addAll(Arrays.asList(constants.getEnumConstants()));
      case Class<?> record when record.isRecord() -> {
        found.add(record);
        components(record).forEach(one -> collectKinds(one.getGenericType(), found, seen));
      }
      default -> {}
    }
  }

  /// The records and enum constants that this value is made of.
  static void collectKindsOf(Object value, Set<Object> found) {
    switch (value) {
      case Record record -> {
        found.add(record.getClass());
        components(record.getClass()).forEach(one -> collectKindsOf(valueOf(record, one), found));
      }
      case Enum<?> constant -> found.add(constant);
      case Collection<?> many -> many.forEach(one -> collectKindsOf(one, found));
      case Optional<?> perhaps -> perhaps.ifPresent(one -> collectKindsOf(one, found));
      default -> {}
    }
  }

  static List<Class<?>> permitted(Class<?> sealed) {
    return List.of(sealed.getPermittedSubclasses());
  }

  static List<RecordComponent> components(Class<?> record) {
    return List.of(record.getRecordComponents());
  }

  static Type elementOf(ParameterizedType generic) {
    return generic.getActualTypeArguments()[0];
  }

  static boolean isMeaning(RecordComponent component) {
    return component.getType() != Position.class;
  }

  static Object valueOf(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError(impossible.getMessage(), impossible);
    }
  }

  /// A record of these values; whatever its constructor throws is thrown.
  static Object made(Class<?> record, List<Object> values) {
    Class<?>[] types =
        components(record).stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return record.getConstructor(types).newInstance(values.toArray());
    } catch (InvocationTargetException thrown) {
      if (thrown.getCause() instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      throw new AssertionError(thrown);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError(impossible.getMessage(), impossible);
    }
  }
}
