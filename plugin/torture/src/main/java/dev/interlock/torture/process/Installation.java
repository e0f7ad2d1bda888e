package dev.interlock.torture.process;

import java.nio.file.Path;
import java.util.List;

/// Where the program is.
///
/// @param command how it is started, such as the path of `scripts/interlock`
/// @param plugins the folder of the plugin jars that it runs
public record Installation(List<String> command, Path plugins) {
  public Installation {
    command = List.copyOf(command);
  }
}
