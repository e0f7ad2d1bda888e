package dev.interlock.crm.highlevel.oauth;

/// A sub-account in which our app is installed.
///
/// @param version of the app there; empty where HighLevel does not say
public record InstalledLocation(String id, String name, String version) {}
