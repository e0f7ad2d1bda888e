package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.console.Console;
import dev.interlock.app.order.OrderLine;
import dev.interlock.app.settings.Key;
import dev.interlock.app.settings.ServerSettings;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How an order is given: in earnest or not, by whom, and to which server.
final class OrderOptions {
  private static final String EVERYWHERE = "0.0.0.0";

  @Option(names = "--yes", description = "Do it. Without this, only what would be done is shown.")
  private boolean meant;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who gives the order, for the audit trail (default: the user's name here).")
  private @Nullable String by;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "Where the server is (default: this machine, at INTERLOCK_PORT). Its password is"
              + " INTERLOCK_CONSOLE_TOKEN.")
  private @Nullable URI url;

  @Option(names = "--json", description = "Print what was done as JSON.")
  private boolean json;

  boolean isMeant() {
    return meant;
  }

  /// Says that nothing has been ordered, when it was not.
  void remind(Console console) {
    remind(console, true);
  }

  /// The same, where it is known whether there is anything to order.
  ///
  /// @param any whether something would be done
  void remind(Console console, boolean any) {
    if (!meant) {
      console.tell(
          any
              ? "Nothing has been ordered yet. Add --yes to do it."
              : "Nothing has been ordered, and with --yes nothing would be.");
    }
  }

  boolean wantsJson() {
    return json;
  }

  /// The line to the server; nothing goes over it yet.
  OrderLine line(Surroundings surroundings) {
    var password = surroundings.settings().text(Key.CONSOLE_TOKEN);
    var account = surroundings.settings().text(Key.HIGHLEVEL_LOCATION_ID);
    return new OrderLine(server(surroundings), password, name(surroundings), account);
  }

  private URI server(Surroundings surroundings) {
    if (url != null) {
      return url;
    }
    var settings = ServerSettings.of(surroundings.settings());
    if (settings.port() == 0 && meant) {
      throw new CannotRunException(
          Key.PORT + " is 0, which says nothing about where the server is; say it with --url");
    }
    return local(settings);
  }

  /// Where a server with these settings is reached from this machine.
  static URI local(ServerSettings settings) {
    var host = settings.bind().equals(EVERYWHERE) ? "127.0.0.1" : settings.bind();
    return URI.create("http://" + host + ":" + settings.port());
  }

  private String name(Surroundings surroundings) {
    return Optional.ofNullable(by)
        .filter(name -> !name.isBlank())
        .orElseGet(() -> user(surroundings));
  }

  /// The user's name here.
  static String user(Surroundings surroundings) {
    return Optional.ofNullable(surroundings.environment().get("USER"))
        .or(() -> Optional.ofNullable(surroundings.environment().get("USERNAME")))
        .filter(name -> !name.isBlank())
        .orElse("the command line");
  }
}
