package dev.interlock.app.plugin;

import dev.interlock.contract.WorkflowContract;

/// What a plugin can see: the JDK and the contract module.
///
/// It is the parent of each plugin's class loader and is asked first, so no plugin can bring its
/// own version of either. It keeps authors from depending on our libraries by accident; a plugin
/// still runs in our process and has to be trusted.
final class ContractWindow extends ClassLoader {
  private static final String SHOWN = "dev.interlock.contract.";

  ContractWindow() {
    super("contract-window", ClassLoader.getPlatformClassLoader());
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (!name.startsWith(SHOWN)) {
      throw new ClassNotFoundException(name);
    }
    return Class.forName(name, false, WorkflowContract.class.getClassLoader());
  }
}
