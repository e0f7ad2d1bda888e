package dev.interlock.verifier.prove.concrete;

import java.time.Duration;
import java.time.LocalTime;

/// What the model leaves open and a story has to choose.
///
/// @param name the contact's; shares of a split are drawn by it
/// @param begins the time of day at which the story begins
/// @param ahead how far ahead appointments are made
record Casting(String name, LocalTime begins, Duration ahead) {}
