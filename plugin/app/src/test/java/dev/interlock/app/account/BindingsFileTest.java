package dev.interlock.app.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.app.console.CannotRunException;
import dev.interlock.crm.inventory.Binding;
import dev.interlock.crm.inventory.Bindings;
import dev.interlock.crm.inventory.Thing.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BindingsFileTest {
  private static final Bindings SOME =
      new Bindings(
          List.of(
              new Binding(Kind.PIPELINE, "", "Sales \u2192 \"all\"", "p1", List.of("s1", "s2")),
              new Binding(Kind.STAGE, "Sales", "Booked", "s2", List.of())));

  @TempDir private Path folder;

  @Test
  void readsWhatItWroteAndMakesItsFolder() {
    var file = BindingsFile.of(folder.resolve("data"), "loc1");

    assertThat(file.read()).isEqualTo(Bindings.none());
    assertThat(file.write(SOME)).isEmpty();
    assertThat(file.read()).isEqualTo(SOME);
    assertThat(file.write(Bindings.none())).isEmpty();
    assertThat(file.read()).isEqualTo(Bindings.none());
  }

  @Test
  void saysWhyItCannotBeWritten() throws IOException {
    var inTheWay = Files.writeString(folder.resolve("data"), "no folder");

    assertThat(BindingsFile.of(inTheWay, "loc1").write(SOME))
        .hasValueSatisfying(why -> assertThat(why).contains("cannot be written"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"bindings\": 7}",
        "{\"bindings\": [7]}",
        "{\"bindings\": [{\"kind\": \"TAG\", \"within\": \"\", \"name\": \"vip\"}]}",
        "{\"bindings\": [{\"kind\": \"MOON\", \"within\": \"\", \"name\": \"a\", \"id\": \"1\"}]}"
      })
  void doesNotTakeADamagedFileForAnEmptyOne(String text) throws IOException {
    var file = BindingsFile.of(folder, "loc1");
    Files.writeString(file.file(), text);

    assertThatThrownBy(file::read)
        .isInstanceOf(CannotRunException.class)
        .hasMessageContaining("bindings-loc1.json");
  }
}
