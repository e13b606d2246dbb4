package io.tidehall.server.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param id account name; a clerk's is the badge number
 * @param firstPassword the generated first password until it is changed, then null
 * @param hash argon2id hash of the password chosen, or null while the first one holds
 * @param firstPin the generated first PIN until it is changed; null too where there is none
 * @param pinHash argon2id hash of the PIN chosen, or null
 */
public record Account(
    String id,
    String name,
    Set<Role> roles,
    @Nullable String firstPassword,
    @Nullable String hash,
    @Nullable String firstPin,
    @Nullable String pinHash) {
  static Account of(Accounts.Planned planned) {
    return new Account(planned.id(), planned.name(), planned.roles(), null, null, null, null);
  }

  /** The same secrets under the name and roles of a plan. */
  Account planned(Accounts.Planned planned) {
    return new Account(id, planned.name(), planned.roles(), firstPassword, hash, firstPin, pinHash);
  }

  boolean mustChange() {
    return hash == null;
  }

  Secret secret(Secret.Kind kind) {
    return switch (kind) {
      case PASSWORD -> new Secret(firstPassword, hash);
      case PIN -> new Secret(firstPin, pinHash);
    };
  }

  Account with(Secret.Kind kind, Secret it) {
    return switch (kind) {
      case PASSWORD -> new Account(id, name, roles, it.first(), it.hash(), firstPin, pinHash);
      case PIN -> new Account(id, name, roles, firstPassword, hash, it.first(), it.hash());
    };
  }

  /** As much as somebody may do who has only given a PIN: serve. */
  Account asClerk() {
    Set<Role> serving = roles.contains(Role.CLERK) ? Set.of(Role.CLERK) : Set.of();
    return new Account(id, name, serving, firstPassword, hash, firstPin, pinHash);
  }
}
