package dev.interlock.app.preflight;

import dev.interlock.crm.inventory.Chore;
import dev.interlock.crm.inventory.Creatable;
import dev.interlock.crm.inventory.Name;
import dev.interlock.crm.inventory.Thing;
import java.util.Optional;

/// A field of contacts: whether it is there, holds what contracts put into it, and has all options.
record FieldLine(Demand.Field demand, Known known) {

  Line line() {
    if (known.inventory().standardFields().contains(demand.name())) {
      return Line.of(
          Line.Group.FIELDS, demand.name(), new State.Present("every contact has it"), demand.by());
    }
    return new Naming<Thing.Field>(
            Line.Group.FIELDS,
            Name.of(Thing.Kind.FIELD, demand.name()),
            demand.by(),
            this::fit,
            new Chore.MakeField(demand.name(), demand.holds(), demand.options()),
            Optional.of(new Creatable.Field(demand.name(), demand.holds(), demand.options())))
        .line(known.inventory().fields(), known);
  }

  private String need() {
    return switch (demand.holds()) {
      case TEXT -> "put text into it";
      case NUMBER -> "need a number in it";
      case DATE -> "need a date in it";
      case OPTION -> "need choices in it";
    };
  }

  private State fit(Thing.Field field) {
    // a field of which the CRM does not say what it holds gets the benefit of the doubt
    boolean holds =
        field.sort().isEmpty() || field.holds().filter(demand.holds()::equals).isPresent();
    if (!holds) {
      return new State.Yours(
          "it is of the sort " + field.sort() + ", and contracts " + need(),
          new Chore.ReplaceField(demand.name(), demand.holds()));
    }
    var lacking =
        demand.options().stream().filter(option -> !field.options().contains(option)).toList();
    return lacking.isEmpty()
        ? new State.Present("")
        : new State.Yours(
            lacking.size() == 1 ? "an option is missing" : lacking.size() + " options are missing",
            new Chore.AddOptions(demand.name(), lacking));
  }
}
