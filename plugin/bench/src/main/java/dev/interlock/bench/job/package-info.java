/// The common job, run again and again by the real server: how fast, how much memory, how much
/// disk. Start at [dev.interlock.bench.job.JobBenchmark].
@NullMarked
package dev.interlock.bench.job;

import org.jspecify.annotations.NullMarked;
