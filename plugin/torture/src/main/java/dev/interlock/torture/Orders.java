package dev.interlock.torture;

import dev.interlock.torture.process.Installation;
import java.nio.file.Path;
import java.util.function.Consumer;

/// What to do.
///
/// @param kills how many processes are killed
/// @param seed another number, other mischief at other moments
/// @param rounds how often, at most, time is let pass in the end so that runs end
/// @param folder where everything is kept
/// @param progress is told how far it is
public record Orders(
    int kills,
    long seed,
    int rounds,
    Installation program,
    Path folder,
    Consumer<String> progress) {}
