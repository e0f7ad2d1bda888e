package dev.interlock.sandbox.http;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// All locations behind one API. Safe for use by several threads.
final class Sites {
  private final Map<String, Site> byId = new ConcurrentHashMap<>();

  void add(Site site) {
    byId.put(site.id(), site);
  }

  Site of(String locationId) {
    var site = byId.get(locationId);
    if (site == null) {
      throw Refused.foreignLocation();
    }
    return site;
  }

  List<Site> others(String locationId) {
    return byId.values().stream().filter(site -> !site.id().equals(locationId)).toList();
  }
}
