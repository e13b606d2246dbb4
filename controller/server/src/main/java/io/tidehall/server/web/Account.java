package io.tidehall.server.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param id account name; a clerk's is the badge number
 * @param firstPassword the generated first password until it is changed, then null
 * @param hash argon2id hash of the password chosen, or null while the first one holds
 */
public record Account(
    String id,
    String name,
    Set<Role> roles,
    @Nullable String firstPassword,
    @Nullable String hash) {
  boolean mustChange() {
    return hash == null;
  }
}
