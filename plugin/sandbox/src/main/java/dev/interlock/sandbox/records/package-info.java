/// What happened in the sandbox, as plain records that can be counted, in or out of its process.
///
/// Start at [dev.interlock.sandbox.records.SandboxRecords].
@NullMarked
package dev.interlock.sandbox.records;

import org.jspecify.annotations.NullMarked;
