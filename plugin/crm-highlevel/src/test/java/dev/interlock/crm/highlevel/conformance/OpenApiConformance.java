package dev.interlock.crm.highlevel.conformance;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.interlock.crm.highlevel.conformance.Violation.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Checks requests to HighLevel, and answers in its name, against the vendor's own description of
/// version 2 of its API.
///
/// Whatever is known to be wrong in that description stands in [KnownDeviations], one by one.
/// Beyond the schemas, a request may hold no member and no query parameter that is not described.
///
/// ```java
/// var vendor = OpenApiConformance.orSkip();
/// assertThat(vendor.violations(request, answer)).isEmpty();
/// ```
public final class OpenApiConformance {
  private static final Optional<OpenApiConformance> HERE =
      SharedFiles.highLevel("specs").map(Descriptions::in).map(OpenApiConformance::new);

  private final Descriptions descriptions;

  private OpenApiConformance(Descriptions descriptions) {
    this.descriptions = descriptions;
  }

  /// The one for this machine, if the vendor's files are on it.
  public static Optional<OpenApiConformance> here() {
    return HERE;
  }

  /// The same, skipping the running test where the files are missing.
  public static OpenApiConformance orSkip() {
    return HERE.orElseGet(() -> abort("the vendor's OpenAPI files are not on this machine"));
  }

  /// In what a request and its answer differ from the description.
  public List<Violation> violations(SeenRequest request, SeenAnswer answer) {
    return unknown(all(request, answer));
  }

  /// In what a request differs from the description.
  public List<Violation> violations(SeenRequest request) {
    return unknown(all(request));
  }

  /// Members of an answer that the description does not have, such as `get-contact /contact/mood`,
  /// without those that are known to be there all the same.
  public List<String> undescribed(SeenRequest request, SeenAnswer answer) {
    return meant(request)
        .map(operation -> new AnswerCheck(descriptions, operation).undescribed(answer))
        .orElseGet(List::of);
  }

  /// The known deviations that a request and its answer run into.
  public List<Deviation> excused(SeenRequest request, SeenAnswer answer) {
    return all(request, answer).stream()
        .flatMap(found -> KnownDeviations.ALL.stream().filter(each -> each.covers(found)))
        .distinct()
        .toList();
  }

  /// What the vendor says about the operation with an id.
  public Optional<Description> description(String operationId) {
    return descriptions.operation(operationId).map(Description::of);
  }

  private List<Violation> all(SeenRequest request, SeenAnswer answer) {
    var all = new ArrayList<>(all(request));
    meant(request)
        .map(operation -> new AnswerCheck(descriptions, operation).of(answer))
        .ifPresent(all::addAll);
    return List.copyOf(all);
  }

  private List<Violation> all(SeenRequest request) {
    return meant(request)
        .map(operation -> new RequestCheck(descriptions, operation).of(request))
        .orElseGet(() -> List.of(undescribed(request)));
  }

  private static Violation undescribed(SeenRequest request) {
    String message = request.method() + " " + request.path() + " is not described";
    return new Violation("", Part.ROUTE, request.path(), "route", message);
  }

  private Optional<DescribedOperation> meant(SeenRequest request) {
    return descriptions.operation(request.method(), request.path());
  }

  private static List<Violation> unknown(List<Violation> all) {
    return all.stream()
        .filter(found -> KnownDeviations.ALL.stream().noneMatch(each -> each.covers(found)))
        .toList();
  }
}
