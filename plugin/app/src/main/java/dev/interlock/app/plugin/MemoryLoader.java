package dev.interlock.app.plugin;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Defines classes from memory, below the contract window: nothing keeps a file open or looks into
/// it again.
final class MemoryLoader extends ClassLoader {
  private final Map<String, byte[]> classes;

  /// @param classes their bytes, by their names
  MemoryLoader(String name, Map<String, byte[]> classes) {
    super(name, new ContractWindow());
    this.classes = Map.copyOf(classes);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte @Nullable [] code = classes.get(name);
    if (code == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, code, 0, code.length);
  }
}
