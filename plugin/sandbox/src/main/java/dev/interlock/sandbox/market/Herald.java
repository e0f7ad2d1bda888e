package dev.interlock.sandbox.market;

import dev.interlock.sandbox.time.Iso;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Words what the vendor tells an app about itself.
final class Herald {
  private static final Duration AFTER_THE_REDIRECT = Duration.ofSeconds(30);

  private final Company company;
  private final News news;

  Herald(Company company, News news) {
    this.company = company;
    this.news = news;
  }

  void installed(Grant grant, String planId, Instant at, Conduct conduct, Installing.News when) {
    var fields = about(grant.holder());
    fields.put("versionId", grant.versionId());
    fields.put("installType", grant.holder() instanceof Holder.Company ? "Company" : "Location");
    fields.put("companyId", company.id());
    fields.put("userId", grant.userId());
    fields.put("planId", planId);
    fields
        .putObject("trial")
        .put("onTrial", false)
        .put("trialDuration", 0)
        .put("trialStartDate", Iso.utc(at));
    fields.put("isWhitelabelCompany", false);
    fields.putObject("whitelabelDetails");
    fields.put("companyName", company.name());
    fields.remove(List.copyOf(conduct.omittedFromInstalls()));
    switch (when) {
      case AT_ONCE -> tell("INSTALL", fields, grant.holder(), Duration.ZERO);
      case LATER -> tell("INSTALL", fields, grant.holder(), AFTER_THE_REDIRECT);
      case NEVER -> {}
    }
  }

  void uninstalled(Holder holder) {
    tell("UNINSTALL", about(holder), holder, Duration.ZERO);
  }

  void updated(Holder holder, String before, String after, String userId) {
    var fields = about(holder);
    fields.put("companyId", company.id());
    fields.put("userId", userId);
    fields.put("previousVersionId", before);
    fields.put("versionId", after);
    tell("UPDATE", fields, holder, Duration.ZERO);
  }

  void planChanged(Holder holder, String before, String after, String userId) {
    var fields = about(holder);
    fields.put("companyId", company.id());
    fields.put("userId", userId);
    fields.put("currentPlanId", before);
    fields.put("newPlanId", after);
    tell("PLAN_CHANGE", fields, holder, Duration.ZERO);
  }

  private static ObjectNode about(Holder holder) {
    var fields = JsonNodeFactory.instance.objectNode();
    return switch (holder) {
      case Holder.Location(var id) -> fields.put("locationId", id);
      case Holder.Company(var id) -> fields.put("companyId", id);
    };
  }

  private void tell(String type, ObjectNode fields, Holder holder, Duration delay) {
    news.tell(type, fields, holder.id(), delay);
  }
}
