package dev.interlock.engine.store;

import static dev.interlock.engine.store.Samples.HERE;
import static dev.interlock.engine.store.Samples.NOON;
import static dev.interlock.engine.store.Samples.THERE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.engine.store.Accounts.Account;
import dev.interlock.engine.store.Accounts.State;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// What every store promises of accounts and of sealed secrets.
interface AccountsContract {
  Store store();

  private <T> T asked(Function<Tables, T> question) {
    return store().write(question::apply).join();
  }

  private void put(Account account) {
    asked(tables -> {
      tables.accounts().put(account);
      return true;
    });
  }

  private static Account account(String name) {
    return new Account(
        HERE, "agency", name, State.PENDING, "waits", "v1", NOON, NOON, Optional.empty());
  }

  @Test
  default void anAccountIsKeptAsItWasPutLast() {
    put(account("Riverside"));
    put(
        account("Riverside")
            .in(State.CONNECTED, "", NOON.plusSeconds(5))
            .called("Riverside 2")
            .told(NOON.plusSeconds(1)));
    put(
        new Account(
            THERE,
            "",
            "",
            State.REMOVED,
            "it left",
            "",
            NOON,
            NOON.minusSeconds(9),
            Optional.empty()));

    assertThat(store().read((Tables tables) -> tables.accounts().find(HERE)))
        .contains(
            new Account(
                HERE,
                "agency",
                "Riverside 2",
                State.CONNECTED,
                "",
                "v1",
                NOON.plusSeconds(5),
                NOON.plusSeconds(1),
                Optional.empty()));
    assertThat(store().records().accounts()).extracting(Account::id).containsExactly(THERE, HERE);
  }

  @Test
  default void thatAnAccountIsErasedIsKeptUntilItComesBack() {
    Account left = account("Riverside").in(State.REMOVED, "it left", NOON);
    put(left.erased(NOON.plusSeconds(9)).told(NOON.plusSeconds(20)));

    Account found = store().read((Tables tables) -> tables.accounts().find(HERE)).orElseThrow();

    assertThat(found.erasedAt()).contains(NOON.plusSeconds(9));
    assertThat(found.in(State.PENDING, "it came back", NOON.plusSeconds(30)).erasedAt()).isEmpty();
  }

  @Test
  default void whatAnAccountIsInAlreadyDoesNotBeginAgain() {
    Account connected = account("Riverside").in(State.CONNECTED, "", NOON);

    assertThat(connected.in(State.CONNECTED, "", NOON.plusSeconds(5))).isEqualTo(connected);
    assertThat(connected.in(State.CONNECTED, "other", NOON.plusSeconds(5)).since()).isEqualTo(NOON);
    assertThat(connected.in(State.REMOVED, "", NOON.plusSeconds(5)).since())
        .isEqualTo(NOON.plusSeconds(5));
  }

  private boolean keep(String name, long seen, String sealed) {
    return asked(tables -> tables.secrets().put(name, seen, sealed.getBytes(UTF_8), NOON));
  }

  private Optional<Secrets.Sealed> secret(String name) {
    return store().read((Tables tables) -> tables.secrets().find(name));
  }

  @Test
  default void aSecretIsReplacedOnlyByWhoeverSawItLast() {
    assertThat(secret("a")).isEmpty();
    assertThat(keep("a", 0, "one")).isTrue();
    long seen = secret("a").orElseThrow().version();

    assertThat(keep("a", 0, "two")).isFalse();
    assertThat(keep("a", seen, "two")).isTrue();
    assertThat(keep("a", seen, "three")).isFalse();
    assertThat(secret("a").orElseThrow().bytes()).isEqualTo(Body.of("two".getBytes(UTF_8)));
    assertThat(keep("b", 0, "other")).isTrue();
    assertThat(store().read((Tables tables) -> tables.secrets().names())).containsExactly("a", "b");
  }

  @Test
  default void aSecretThatWasForgottenCanBeKeptAnew() {
    keep("a", 0, "one");
    asked(tables -> {
      tables.secrets().remove("a");
      return true;
    });

    assertThat(secret("a")).isEmpty();
    assertThat(keep("a", 0, "two")).isTrue();
  }
}
