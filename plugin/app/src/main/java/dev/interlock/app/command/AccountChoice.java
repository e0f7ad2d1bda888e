package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.account.Surveyor;
import dev.interlock.app.account.Surveyor.Installed;
import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.fleet.FleetPlan;
import dev.interlock.app.fleet.QuietFleet;
import dev.interlock.app.order.OrderLine;
import dev.interlock.app.order.SurveyLine;
import dev.interlock.app.settings.Key;
import dev.interlock.app.settings.MarketSettings;
import dev.interlock.app.settings.ServerSettings;
import dev.interlock.app.wiring.DataFile;
import dev.interlock.app.wiring.Stage;
import dev.interlock.engine.EngineConfig;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which accounts of a marketplace app are meant, and by whom they are reached: the server that is
/// at work on the data folder, or this command, where none is.
final class AccountChoice {
  @Option(
      names = "--account",
      paramLabel = "ID",
      description =
          "An account that installed the marketplace app; may be given several times. A server at"
              + " work is asked to look; without one, the tokens in the data folder are used.")
  private final List<String> accounts = new ArrayList<>();

  @Option(names = "--all", description = "Every account that has the marketplace app.")
  private boolean all;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "Where the server is that is asked (default: this machine, at INTERLOCK_PORT). Its"
              + " password is INTERLOCK_CONSOLE_TOKEN.")
  private @Nullable URI url;

  /// Whether accounts of an app are meant, and not the one of the settings.
  ///
  /// @throws CannotRunException when it does not become clear which
  boolean isMade(Surroundings surroundings) {
    if (all && !accounts.isEmpty()) {
      throw new CannotRunException("it is either --all or --account, not both");
    }
    boolean isMade = all || !accounts.isEmpty();
    var settings = surroundings.settings();
    if (isMade && settings.text(Key.HIGHLEVEL_TOKEN).isPresent()) {
      throw new CannotRunException(
          Key.HIGHLEVEL_TOKEN
              + " reaches the one account of the settings; take it out, or leave --account and"
              + " --all out");
    }
    if (!isMade && url != null) {
      throw new CannotRunException("--url goes with --account or --all");
    }
    if (!isMade && settings.text(Key.HIGHLEVEL_CLIENT_ID).isPresent()) {
      throw new CannotRunException(
          "accounts come by installing the app: say which with --account, or --all");
    }
    return isMade;
  }

  /// Those that are meant, each once.
  ///
  /// @throws CannotRunException when one of them is not there, or none is
  List<Installed> among(List<Installed> there) {
    if (all) {
      if (there.isEmpty()) {
        throw new CannotRunException("no account has installed the app yet");
      }
      return there;
    }
    return new LinkedHashSet<>(accounts).stream().map(id -> found(id, there)).toList();
  }

  private static Installed found(String id, List<Installed> there) {
    return there.stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new CannotRunException(
                "no account " + id + " has the app; `interlock accounts` lists those that do"));
  }

  /// Whoever looks through them.
  Surveyor surveyor(Surroundings surroundings, Path data) {
    if (url != null) {
      return line(surroundings, url);
    }
    if (!Files.exists(DataFile.in(data))) {
      throw new CannotRunException(
          "there are no accounts in the data folder "
              + data
              + "; name another with --data, or say with --url where the server is");
    }
    return QuietFleet.open(data, () -> fleet(surroundings, data))
        .orElseGet(() -> line(surroundings, here(surroundings)));
  }

  private static FleetPlan fleet(Surroundings surroundings, Path data) {
    var settings = surroundings.settings();
    return new FleetPlan(
        ServerSettings.of(settings),
        MarketSettings.of(settings),
        data,
        settings.path(Key.PLUGINS_DIR),
        settings.path(Key.ACCOUNTS_DIR),
        settings.values(),
        EngineConfig.usual(),
        surroundings.clock(),
        Stage.real());
  }

  private static URI here(Surroundings surroundings) {
    var settings = ServerSettings.of(surroundings.settings());
    if (settings.port() == 0) {
      throw new CannotRunException(
          "a server is at work on this data folder, and "
              + Key.PORT
              + " is 0, which says nothing about where it is; say it with --url");
    }
    return OrderOptions.local(settings);
  }

  private static Surveyor line(Surroundings surroundings, URI server) {
    var password = surroundings.settings().text(Key.CONSOLE_TOKEN);
    return new SurveyLine(
        new OrderLine(server, password, OrderOptions.user(surroundings), Optional.empty()));
  }
}
