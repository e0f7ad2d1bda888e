package dev.interlock.app.gate;

import dev.interlock.app.plugin.Inventory;
import dev.interlock.contract.text.ContentHash;
import java.nio.file.Path;
import java.util.List;

/// How a file in the plugins folder stands to what runs.
public enum Standing {
  /// What it defines takes new entries.
  LIVE("live"),
  /// It may go live, and does when the server looks.
  SOUND("sound, and goes live at the server's next look"),
  /// Something in it keeps it from going live.
  REFUSED("refused"),
  /// Nothing is wrong with it, but all files go live together or not at all.
  HELD_BACK("held back with the others");

  private final String words;

  Standing(String words) {
    this.words = words;
  }

  /// As people read it.
  public String words() {
    return words;
  }

  /// How a part of the folder stands.
  public static Standing of(Inventory.Part part, Judgement judgement, Running running) {
    if (isLive(part, running)) {
      return LIVE;
    }
    return switch (judgement) {
      case Judgement.Sound _ -> SOUND;
      case Judgement.Refused refused -> isMeant(part.files(), refused) ? REFUSED : HELD_BACK;
    };
  }

  private static boolean isLive(Inventory.Part part, Running running) {
    return !part.contracts().isEmpty()
        && part.contracts().stream()
            .allMatch(
                contract -> running.isLive(contract.id().text(), ContentHash.of(contract).hex()));
  }

  private static boolean isMeant(List<Path> files, Judgement.Refused refused) {
    return refused.review().open().stream()
        .map(remark -> remark.spot().file())
        .anyMatch(place -> files.stream().anyMatch(file -> place.startsWith(file.toString())));
  }
}
