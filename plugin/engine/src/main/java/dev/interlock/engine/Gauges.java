package dev.interlock.engine;

import dev.interlock.crm.calls.Calls;
import dev.interlock.engine.desk.Desk;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.OptionalLong;

/// What figures tell of the calls to one account. What the CRM did not say is no number.
final class Gauges {
  private Gauges() {}

  static void of(Desk desk, MeterRegistry metrics) {
    Calls calls = desk.crm().calls();
    var tags = Tags.of("installation", desk.id().text());
    FunctionCounter.builder("interlock.crm.calls", calls, Calls::made).tags(tags).register(metrics);
    metrics.gauge("interlock.crm.day.most", tags, calls, each -> number(each.mostToday()));
    metrics.gauge("interlock.crm.day.left", tags, calls, each -> number(each.leftToday()));
    metrics.gauge("interlock.crm.interval.most", tags, calls, each -> number(each.most()));
    metrics.gauge("interlock.crm.interval.left", tags, calls, each -> number(each.left()));
    metrics.gauge("interlock.crm.circuit.open", tags, calls, each -> each.isOpen() ? 1 : 0);
  }

  private static double number(OptionalLong said) {
    return said.isPresent() ? said.getAsLong() : Double.NaN;
  }
}
