/// How our app is let into accounts: OAuth, tokens that are renewed in time, and agencies that
/// install for many.
@NullMarked
package dev.interlock.crm.highlevel.oauth;

import org.jspecify.annotations.NullMarked;
