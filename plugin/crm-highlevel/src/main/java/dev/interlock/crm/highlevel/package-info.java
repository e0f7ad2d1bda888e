/// Connects the CRM port to HighLevel: its API through OkHttp, and its signed webhooks.
///
/// Every answer of the vendor, however garbled, ends in a typed result of the port.
@NullMarked
package dev.interlock.crm.highlevel;

import org.jspecify.annotations.NullMarked;
