package dev.interlock.app.plugin;

import dev.interlock.contract.BusinessOperation;
import dev.interlock.contract.WorkflowContract;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.zip.ZipFile;

/// Reads plugin jars. Each names its classes in `META-INF/services`, as Java's own plugins do.
final class Jars {
  private Jars() {}

  static Definitions read(Path jar) {
    try (var zip = new ZipFile(jar.toFile())) {
      if (zip.size() == 0) {
        return Definitions.faulty(List.of(Fault.of(jar, "there is nothing in it")));
      }
    } catch (IOException broken) {
      return Definitions.faulty(List.of(Fault.of(jar, "it cannot be read as a jar")));
    }
    try (var loader =
        new URLClassLoader(
            "plugin " + jar.getFileName(), new URL[] {jar.toUri().toURL()}, new ContractWindow())) {
      return ask(jar, loader);
    } catch (IOException closing) {
      return Definitions.faulty(List.of(Fault.of(jar, "it cannot be read: " + closing)));
    }
  }

  private static Definitions ask(Path jar, ClassLoader loader) {
    try {
      var types = new ArrayList<Class<?>>();
      types.addAll(named(BusinessOperation.class, loader));
      types.addAll(named(WorkflowContract.class, loader));
      if (types.isEmpty()) {
        return Definitions.faulty(
            List.of(
                Fault.of(
                    jar,
                    "it is no plugin: META-INF/services names no "
                        + WorkflowContract.class.getName())));
      }
      return Questioning.ask(jar.toString(), types, loader);
    } catch (ServiceConfigurationError wrong) {
      return Definitions.faulty(List.of(Fault.of(jar, String.valueOf(wrong.getMessage()))));
    }
  }

  private static <T> List<Class<? extends T>> named(Class<T> service, ClassLoader loader) {
    return ServiceLoader.load(service, loader).stream()
        .<Class<? extends T>>map(ServiceLoader.Provider::type)
        .toList();
  }
}
