package dev.interlock.app.plugin;

import dev.interlock.app.plugin.Definitions.Said;
import dev.interlock.contract.BusinessOperation;
import dev.interlock.contract.WorkflowContract;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.Operation;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Asks classes of a plugin what they define.
final class Questioning {
  private static final String ONLY_RETURN =
      "a class with a definition does nothing but return it: no files, no network, no state.";

  private final Function<String, Origin> origins;
  private final Excuses excuses;
  private final List<Said<Operation>> operations = new ArrayList<>();
  private final List<Said<Contract>> contracts = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();

  private Questioning(Function<String, Origin> origins) {
    this.origins = origins;
    this.excuses = new Excuses(origins);
  }

  /// For classes in a jar.
  static Questioning ofJar(Path jar) {
    return new Questioning(type -> new Origin(jar, type));
  }

  /// For classes compiled from source files, by their names.
  static Questioning ofSources(Map<String, Path> sources) {
    return new Questioning(type -> new Origin(sources.getOrDefault(type, Path.of(type)), type));
  }

  /// Asks each of them once.
  Definitions ask(List<Class<?>> types, ClassLoader loader) {
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      types.forEach(this::ask);
    } finally {
      thread.setContextClassLoader(before);
    }
    return new Definitions(operations, contracts, List.of(), faults);
  }

  private void ask(Class<?> type) {
    var author = made(type);
    if (author instanceof BusinessOperation business) {
      said(type, "operation()", business::operation, operations);
    }
    if (author instanceof WorkflowContract workflow) {
      said(type, "contract()", workflow::contract, contracts);
    }
  }

  private @Nullable Object made(Class<?> type) {
    try {
      var constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (NoSuchMethodException missing) {
      fault(type, name(type) + " has no constructor without parameters", "give it one.");
    } catch (InvocationTargetException thrown) {
      var cause = thrown.getCause() == null ? thrown : thrown.getCause();
      faults.add(excuses.of(type, "the constructor of " + name(type), cause, ONLY_RETURN));
    } catch (ReflectiveOperationException
        | RuntimeException
        | LinkageError
        | StackOverflowError failure) {
      // whatever an author's code throws is a finding about it, and must not end the program
      faults.add(excuses.of(type, name(type), failure, ONLY_RETURN));
    }
    return null;
  }

  private <T> void said(
      Class<?> type, String method, Supplier<@Nullable T> question, List<Said<T>> into) {
    var words = method + " of " + name(type);
    try {
      T answer = question.get();
      if (answer == null) {
        fault(type, words + " returns null", "return what the sentence ends in with build().");
      } else {
        into.add(new Said<>(answer, origins.apply(type.getName())));
      }
    } catch (RuntimeException | LinkageError | StackOverflowError failure) {
      faults.add(excuses.of(type, words, failure, ONLY_RETURN));
    }
  }

  private void fault(Class<?> type, String message, String help) {
    faults.add(Fault.of(Fault.Kind.LOAD, origins.apply(type.getName()).words(), message, help));
  }

  private static String name(Class<?> type) {
    return type.getSimpleName();
  }
}
