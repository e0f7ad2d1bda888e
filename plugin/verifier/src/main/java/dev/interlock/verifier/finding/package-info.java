/// What a verification tells: findings, reports, and their two renderings. Start at
/// [dev.interlock.verifier.finding.Report].
@NullMarked
package dev.interlock.verifier.finding;

import org.jspecify.annotations.NullMarked;
