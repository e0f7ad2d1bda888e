package dev.interlock.app.plugin;

import dev.interlock.app.plugin.Definitions.Said;
import dev.interlock.contract.BusinessOperation;
import dev.interlock.contract.WorkflowContract;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractException;
import dev.interlock.contract.model.Operation;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Asks classes of a plugin what they define.
final class Questioning {
  private final String origin;
  private final List<Said<Operation>> operations = new ArrayList<>();
  private final List<Said<Contract>> contracts = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();

  private Questioning(String origin) {
    this.origin = origin;
  }

  /// Asks each of them once.
  ///
  /// @param origin where they are from, for messages
  static Definitions ask(String origin, List<Class<?>> types, ClassLoader loader) {
    var questioning = new Questioning(origin);
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      types.forEach(questioning::ask);
    } finally {
      thread.setContextClassLoader(before);
    }
    return new Definitions(questioning.operations, questioning.contracts, questioning.faults);
  }

  private void ask(Class<?> type) {
    try {
      var constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      var author = constructor.newInstance();
      if (author instanceof BusinessOperation business) {
        operations.add(new Said<>(business.operation(), named(type)));
      }
      if (author instanceof WorkflowContract workflow) {
        contracts.add(new Said<>(workflow.contract(), named(type)));
      }
    } catch (NoSuchMethodException missing) {
      faults.add(Fault.of(named(type), "it needs a constructor without parameters"));
    } catch (InvocationTargetException thrown) {
      faults.add(fault(type, thrown.getCause() == null ? thrown : thrown.getCause()));
    } catch (ReflectiveOperationException
        | RuntimeException
        | LinkageError
        | StackOverflowError failure) {
      // whatever an author's code throws is a finding about it, and must not end the program
      faults.add(fault(type, failure));
    }
  }

  private String named(Class<?> type) {
    return origin.isEmpty() ? type.getName() : origin + " (" + type.getName() + ")";
  }

  private Fault fault(Class<?> type, Throwable failure) {
    if (failure instanceof ExceptionInInitializerError && failure.getCause() != null) {
      return fault(type, failure.getCause());
    }
    return Arrays.stream(failure.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith(type.getPackageName()))
        .filter(frame -> frame.getFileName() != null && frame.getLineNumber() > 0)
        .filter(frame -> !frame.getClassName().startsWith("dev.interlock.contract."))
        .findFirst()
        .map(frame ->
            new Fault(
                String.valueOf(frame.getFileName()), frame.getLineNumber(), 0, words(failure)))
        .orElseGet(() -> Fault.of(named(type), words(failure)));
  }

  private static String words(Throwable failure) {
    return switch (failure) {
      case ContractException said -> String.valueOf(said.getMessage());
      case NoClassDefFoundError missing ->
          String.valueOf(missing.getMessage()).replace('/', '.')
              + " is not there for contracts: they see the JDK and dev.interlock.contract only";
      case Throwable other -> "it fails with " + other;
    };
  }
}
