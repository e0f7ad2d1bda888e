package dev.interlock.crm.highlevel.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.crm.highlevel.conformance.OpenApiConformance;
import dev.interlock.crm.highlevel.wire.Operation.Method;
import dev.interlock.crm.highlevel.wire.Operation.Repeat;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OperationTest {

  @ParameterizedTest
  @EnumSource(names = "EXECUTE_TRIGGER", mode = EnumSource.Mode.EXCLUDE)
  void standsInTheTableAsTheVendorDescribesIt(Operation operation) {
    var described = OpenApiConformance.orSkip().description(operation.operationId()).orElseThrow();

    assertThat(operation.method().name()).isEqualTo(described.method());
    assertThat(operation.path()).isEqualTo(described.path());
    // of one operation the vendor describes neither
    assertThat(operation.version()).isIn(orElse(described.versions(), operation.version()));
    assertThat(operation.scope()).isIn(orElse(described.scopes(), operation.scope()));
  }

  private static Set<String> orElse(Set<String> described, String ours) {
    return described.isEmpty() ? Set.of(ours) : described;
  }

  @ParameterizedTest
  @EnumSource(
      names = "GET_.*|LIST_.*|SEARCH_.*|FIND_.*|EXPORT_.*",
      mode = EnumSource.Mode.MATCH_ANY)
  void isAReadWhenItOnlyLooks(Operation operation) {
    assertThat(operation.isRead()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      names = "GET_.*|LIST_.*|SEARCH_.*|FIND_.*|EXPORT_.*|EXECUTE_TRIGGER",
      mode = EnumSource.Mode.MATCH_NONE)
  void isAWriteOtherwise(Operation operation) {
    assertThat(operation.isRead()).isFalse();
    assertThat(operation.method()).isNotEqualTo(Method.GET);
    // without a token there is no scope either
    assertThat(operation.isOpen() || operation.scope().endsWith(".write")).isTrue();
  }

  @Test
  void isUnsafeToRepeatWhereverItMakesSomething() {
    assertThat(Arrays.stream(Operation.values()).filter(each -> each.repeat() == Repeat.UNSAFE))
        .containsExactlyInAnyOrder(
            Operation.TAKE_TOKENS,
            Operation.EXECUTE_TRIGGER,
            Operation.CREATE_CONTACT,
            Operation.CREATE_TASK,
            Operation.CREATE_NOTE,
            Operation.ADD_TO_WORKFLOW,
            Operation.SEND_MESSAGE,
            Operation.CREATE_OPPORTUNITY,
            Operation.CREATE_APPOINTMENT,
            Operation.CREATE_CUSTOM_FIELD,
            Operation.CREATE_CUSTOM_VALUE);
  }

  @Test
  void isInTheTableOnce() {
    assertThat(Operation.values()).extracting(Operation::operationId).doesNotHaveDuplicates();
  }
}
