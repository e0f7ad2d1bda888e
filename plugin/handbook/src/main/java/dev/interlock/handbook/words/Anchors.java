package dev.interlock.handbook.words;

import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.LaneName;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.StepName;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/// Names of places in pages, and of the pages themselves, that are safe in addresses and file
/// names.
public final class Anchors {
  public static final String TRIGGER = "begins";
  public static final String ENTRY = "entry";

  private Anchors() {}

  /// The place of a step.
  public static String step(StepName step) {
    return "step-" + slug(step.text());
  }

  /// The place of an exit.
  public static String exit(ExitName exit) {
    return "exit-" + slug(exit.text());
  }

  /// The place of a run-wide handler, counted from 0.
  public static String handler(int number) {
    return "whenever-" + (number + 1);
  }

  /// The place of a stage.
  public static String stage(PipelineName pipeline, StageName stage) {
    return "stage-" + slug(pipeline + " " + stage);
  }

  /// The place of a lane.
  public static String lane(LaneName lane) {
    return "lane-" + slug(lane.text());
  }

  /// The file of a contract's page.
  public static String page(ContractId contract) {
    return "workflow-" + slug(contract.text()) + ".html";
  }

  /// Lower-case letters, digits and hyphens. A name that holds anything else keeps a fingerprint of
  /// itself, so that two names never share a place.
  public static String slug(String name) {
    String bare = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String slug = bare.replaceAll("^-+|-+$", "");
    if (slug.equals(name)) {
      return slug;
    }
    String short40 = slug.length() > 40 ? slug.substring(0, 40) : slug;
    return short40 + (short40.isEmpty() ? "" : "-") + fingerprint(name);
  }

  private static String fingerprint(String name) {
    int hash = Arrays.hashCode(name.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits(hash);
  }
}
