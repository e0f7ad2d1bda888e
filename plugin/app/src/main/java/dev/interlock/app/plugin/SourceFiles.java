package dev.interlock.app.plugin;

import dev.interlock.app.plugin.Compiler.Compiled;
import dev.interlock.contract.BusinessOperation;
import dev.interlock.contract.WorkflowContract;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads contracts from source files: compiles them together and asks what is a definition.
final class SourceFiles {
  private SourceFiles() {}

  static Definitions read(List<Path> files) {
    return switch (Compiler.compile(files)) {
      case Compiled.Errors(var faults) -> Definitions.faulty(faults);
      case Compiled.Classes(var bytes) -> ask(bytes);
    };
  }

  private static Definitions ask(Map<String, byte[]> bytes) {
    var loader = new MemoryLoader(bytes);
    var types = new ArrayList<Class<?>>();
    var faults = new ArrayList<Fault>();
    for (var name : new TreeMap<>(bytes).keySet()) {
      try {
        var type = Class.forName(name, false, loader);
        if (isDefinition(type)) {
          types.add(type);
        }
      } catch (ClassNotFoundException | LinkageError broken) {
        faults.add(Fault.of(name, "it cannot be loaded: " + broken));
      }
    }
    return Definitions.all(List.of(Definitions.faulty(faults), Questioning.ask("", types, loader)));
  }

  private static boolean isDefinition(Class<?> type) {
    boolean named =
        WorkflowContract.class.isAssignableFrom(type)
            || BusinessOperation.class.isAssignableFrom(type);
    boolean whole =
        !type.isInterface()
            && !Modifier.isAbstract(type.getModifiers())
            && !type.isAnonymousClass()
            && !type.isLocalClass();
    return named && whole;
  }

  /// Defines classes from memory, below the contract window.
  private static final class MemoryLoader extends ClassLoader {
    private final Map<String, byte[]> bytes;

    MemoryLoader(Map<String, byte[]> bytes) {
      super("contracts", new ContractWindow());
      this.bytes = bytes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte @Nullable [] code = bytes.get(name);
      if (code == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, code, 0, code.length);
    }
  }
}
