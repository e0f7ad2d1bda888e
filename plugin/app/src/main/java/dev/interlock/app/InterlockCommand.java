package dev.interlock.app;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/// `interlock` itself: says what it can do, and leaves the doing to its subcommands.
@Command(
    name = "interlock",
    description = "Runs workflow contracts on a CRM, and explains what happened and why.",
    mixinStandardHelpOptions = true,
    versionProvider = InterlockCommand.Version.class)
final class InterlockCommand {

  /// The version that the build wrote into the jar's manifest.
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      var version = Optional.ofNullable(Main.class.getPackage().getImplementationVersion());
      return new String[] {"interlock " + version.orElse("(not built into a jar)")};
    }
  }
}
