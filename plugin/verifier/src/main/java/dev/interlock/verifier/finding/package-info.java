/// What a verification tells: findings, reports, and their renderings as text and as data. Start at
/// [dev.interlock.verifier.finding.Report], and for renderings at
/// [dev.interlock.verifier.finding.Review].
@NullMarked
package dev.interlock.verifier.finding;

import org.jspecify.annotations.NullMarked;
