package dev.interlock.library.mutants;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The parts of which a thing of the model is made. The model is a tree of records, so that one
/// walk serves every kind of thing in it.
final class Parts {
  private Parts() {}

  /// What the record's components hold, in their order.
  static Object[] of(Record record) {
    return Arrays.stream(record.getClass().getRecordComponents())
        .map(part -> read(record, part))
        .toArray();
  }

  /// A record of the same kind of other parts.
  static Object made(Record like, Object[] parts) {
    Class<?> type = like.getClass();
    try {
      return type.getDeclaredConstructor(
              Arrays.stream(type.getRecordComponents())
                  .map(RecordComponent::getType)
                  .toArray(Class<?>[]::new))
          .newInstance(parts);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("cannot make a " + type.getSimpleName(), impossible);
    }
  }

  /// The same thing with something else in the place of everything of the kind.
  static <T> Object replaced(Object value, Class<T> kind, Function<T, T> other) {
    if (kind.isInstance(value)) {
      return other.apply(kind.cast(value));
    }
    return switch (value) {
      case Optional<?> some -> some.map(part -> replaced(part, kind, other));
      case List<?> many -> many.stream().map(item -> replaced(item, kind, other)).toList();
      case Record record ->
          made(
              record, Arrays.stream(of(record)).map(part -> replaced(part, kind, other)).toArray());
      default -> value;
    };
  }

  private static Object read(Record record, RecordComponent part) {
    try {
      return part.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException impossible) {
      throw new IllegalStateException("cannot read " + part, impossible);
    }
  }
}
