package dev.interlock.contract.text;

import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.Volume;
import java.util.List;

/// Volumes as text.
final class VolumeForm {
  private VolumeForm() {}

  static Node.Group write(Volume volume) {
    return switch (volume) {
      case Volume.Entries(var contract, var perDay, var position) ->
          Writing.line("entries", position).text(contract.text()).number(perDay).done();
      case Volume.Calls(var perDay, var position) ->
          Writing.line("calls", position).number(perDay).done();
      case Volume.Sends(var channel, var perDay, var position) ->
          Writing.line("sends", position)
              .value(ConditionForm.channel(channel))
              .number(perDay)
              .done();
    };
  }

  /// All volumes, which are whatever is left.
  static List<Volume> readAll(Reading parts) {
    return parts.groups(VolumeForm::read);
  }

  private static Volume read(Node.Group group) {
    return Reading.of(
        group,
        parts ->
            switch (parts.word()) {
              case "entries" ->
                  new Volume.Entries(
                      new ContractId(parts.text()), parts.number(), parts.position());
              case "calls" -> new Volume.Calls(parts.number(), parts.position());
              case "sends" ->
                  new Volume.Sends(
                      ConditionForm.readChannel(parts), parts.number(), parts.position());
              default -> throw parts.unknown("a volume");
            });
  }
}
