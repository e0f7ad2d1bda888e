package dev.interlock.sandbox.records;

/// How many tokens a location or a company had.
///
/// @param minted pairs in all
/// @param refreshed those of them that were given for a refresh token
/// @param expired those whose access token is over by time
/// @param revoked those that were taken back
public record TokenCount(long minted, long refreshed, long expired, long revoked) {}
