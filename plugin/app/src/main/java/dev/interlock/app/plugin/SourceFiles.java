package dev.interlock.app.plugin;

import dev.interlock.app.plugin.Compiler.Compiled;
import dev.interlock.contract.BusinessOperation;
import dev.interlock.contract.WorkflowContract;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Reads contracts from source files: compiles them together and asks what is a definition.
final class SourceFiles {
  private SourceFiles() {}

  static Definitions read(List<Path> files) {
    return switch (compiled(files)) {
      case Compiled.Errors(var faults) -> Definitions.faulty(faults);
      case Compiled.Classes classes -> ask(classes);
    };
  }

  /// Compiles them, if all of them can be read.
  static Compiled compiled(List<Path> files) {
    var unreadable = files.stream().filter(file -> !Files.isReadable(file)).toList();
    return unreadable.isEmpty()
        ? Compiler.compile(files)
        : new Compiled.Errors(unreadable.stream().map(SourceFiles::unreadable).toList());
  }

  private static Fault unreadable(Path file) {
    return Fault.of(
        Fault.Kind.UNREADABLE, file, "it cannot be read", "let this user read the file.");
  }

  /// What the compiled classes define.
  static Definitions ask(Compiled.Classes compiled) {
    var loader = new MemoryLoader("contracts", compiled.bytes());
    var types = new ArrayList<Class<?>>();
    var faults = new ArrayList<Fault>();
    for (var name : new TreeSet<>(compiled.bytes().keySet())) {
      try {
        var type = Class.forName(name, false, loader);
        if (isDefinition(type)) {
          types.add(type);
        }
      } catch (ClassNotFoundException | LinkageError broken) {
        faults.add(
            Fault.of(
                Fault.Kind.LOAD,
                compiled.sources().getOrDefault(name, Path.of(name)),
                name + " cannot be loaded: " + broken,
                ""));
      }
    }
    var asked = Questioning.ofSources(compiled.sources()).ask(types, loader);
    return Definitions.all(List.of(Definitions.faulty(faults), asked));
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
}
