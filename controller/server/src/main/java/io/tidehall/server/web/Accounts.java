package io.tidehall.server.web;

import io.tidehall.link.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of a hall, in a file that only its owner can read. First passwords and PINs are
 * generated and kept there until they are changed; chosen ones are kept as hashes. Clerks have a
 * PIN where the hall allows them. An account is locked for a while after failed attempts with
 * either, which are counted together.
 */
public final class Accounts {
  /** What an attempt to sign in gives. */
  public sealed interface Attempt {
    /** Welcome. */
    record Welcome(Account account) implements Attempt {}

    /** Account and password or PIN do not go together. */
    record Wrong(int triesLeft) implements Attempt {}

    /** Too many failures. */
    record Locked(long seconds) implements Attempt {}
  }

  /**
   * An account as the hall file plans it.
   *
   * @param pins whether clerks of this hall have PINs
   */
  public record Planned(String id, String name, Set<Role> roles, boolean pins) {
    boolean hasPin() {
      return pins && roles.contains(Role.CLERK);
    }
  }

  private static final int TRIES = 5;
  private static final long LOCK_NANOS = 5L * 60 * 1_000_000_000;

  private record Failures(int count, long lastNanos) {}

  private final Path file;
  private final Map<String, Account> accounts = new TreeMap<>();
  private final Map<String, Failures> failures = new HashMap<>();

  /** Reads the accounts, and makes those that the plan has and the file has not. */
  public Accounts(Path file, Collection<Planned> plan) {
    this.file = file;
    if (Files.exists(file)) {
      for (Account account : read(file)) {
        accounts.put(account.id(), account);
      }
    }
    follow(plan);
  }

  /** The accounts are those of the plan from now on; passwords of those that stay are kept. */
  public synchronized void follow(Collection<Planned> plan) {
    for (Planned planned : plan) {
      Account known = accounts.get(planned.id());
      accounts.put(planned.id(), complete(planned, known));
    }
    accounts.keySet().retainAll(plan.stream().map(Planned::id).toList());
    save();
  }

  private static Account complete(Planned planned, @Nullable Account known) {
    Account account =
        known == null
            ? Account.of(planned).with(Secret.Kind.PASSWORD, Secret.generated(Secret.Kind.PASSWORD))
            : known.planned(planned);
    return planned.hasPin() && !account.secret(Secret.Kind.PIN).exists()
        ? account.with(Secret.Kind.PIN, Secret.generated(Secret.Kind.PIN))
        : account;
  }

  /** All accounts, by id. */
  public synchronized List<Account> all() {
    return List.copyOf(accounts.values());
  }

  public synchronized Optional<Account> find(String id) {
    return Optional.ofNullable(accounts.get(id));
  }

  /** Tries to sign in; counts failures. */
  Attempt attempt(String id, Secret.Kind kind, String text) {
    Optional<Account> account;
    synchronized (this) {
      long locked = lockedSeconds(id);
      if (locked > 0) {
        return new Attempt.Locked(locked);
      }
      account = find(id);
    }
    boolean right = account.isPresent() && account.get().secret(kind).matches(text);
    synchronized (this) {
      if (right) {
        failures.remove(id);
        return new Attempt.Welcome(account.orElseThrow());
      }
      Failures before = failures.getOrDefault(id, new Failures(0, 0));
      failures.put(id, new Failures(before.count() + 1, System.nanoTime()));
      return new Attempt.Wrong(Math.max(0, TRIES - before.count() - 1));
    }
  }

  /**
   * Changes a password or PIN.
   *
   * @return false when the new one is too weak or the same as the present one
   */
  boolean change(String id, Secret.Kind kind, String next) {
    boolean same = find(id).filter(it -> it.secret(kind).matches(next)).isPresent();
    if (same || !Secret.strong(kind, next)) {
      return false;
    }
    Secret chosen = Secret.chosen(next);
    synchronized (this) {
      Account account = accounts.get(id);
      if (account == null) {
        return false;
      }
      accounts.put(id, account.with(kind, chosen));
      save();
      return true;
    }
  }

  /** Gives an account a new first password, and PIN where it has one, and unlocks it. */
  public synchronized Optional<Account> reset(String id) {
    Account account = accounts.get(id);
    if (account == null) {
      return Optional.empty();
    }
    Account fresh = account.with(Secret.Kind.PASSWORD, Secret.generated(Secret.Kind.PASSWORD));
    if (account.secret(Secret.Kind.PIN).exists()) {
      fresh = fresh.with(Secret.Kind.PIN, Secret.generated(Secret.Kind.PIN));
    }
    accounts.put(id, fresh);
    failures.remove(id);
    save();
    return Optional.of(fresh);
  }

  private long lockedSeconds(String id) {
    Failures failed = failures.get(id);
    if (failed == null || failed.count() < TRIES) {
      return 0;
    }
    long left = LOCK_NANOS - (System.nanoTime() - failed.lastNanos());
    if (left <= 0) {
      failures.remove(id);
      return 0;
    }
    return left / 1_000_000_000 + 1;
  }

  private static List<Account> read(Path file) {
    try {
      return List.of(Json.MAPPER.readValue(Files.readAllBytes(file), Account[].class));
    } catch (IOException e) {
      throw new UncheckedIOException("the accounts file %s cannot be read".formatted(file), e);
    }
  }

  private void save() {
    try {
      Path next = file.resolveSibling(file.getFileName() + ".new");
      OwnerOnly.create(next);
      Files.write(next, Json.MAPPER.writeValueAsBytes(new ArrayList<>(accounts.values())));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("the accounts file %s cannot be written".formatted(file), e);
    }
  }
}
