package io.tidehall.server.web;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.tidehall.link.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;

/**
 * The accounts of a hall, in a file that only its owner can read. First passwords are generated and
 * kept there until they are changed; chosen ones are kept as argon2id hashes (7 MiB, 5 passes, the
 * OWASP minimum). An account is locked for a while after failed attempts.
 */
public final class Accounts {
  /** What an attempt to sign in gives. */
  public sealed interface Attempt {
    /** Welcome. */
    record Welcome(Account account) implements Attempt {}

    /** Account and password do not go together. */
    record Wrong(int triesLeft) implements Attempt {}

    /** Too many failures. */
    record Locked(long seconds) implements Attempt {}
  }

  /** An account as the hall file plans it. */
  public record Planned(String id, String name, java.util.Set<Role> roles) {}

  private static final int TRIES = 5;
  private static final long LOCK_NANOS = 5L * 60 * 1_000_000_000;
  private static final int MIN_LENGTH = 8;
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final Argon2Function ARGON2 =
      Argon2Function.getInstance(7 * 1024, 5, 1, 32, Argon2.ID);

  private record Failures(int count, long lastNanos) {}

  private final Path file;
  private final Map<String, Account> accounts = new TreeMap<>();
  private final Map<String, Failures> failures = new HashMap<>();
  private final Semaphore hashing = new Semaphore(2);
  private final SecureRandom random = new SecureRandom();

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
      accounts.put(
          planned.id(),
          new Account(
              planned.id(),
              planned.name(),
              planned.roles(),
              known == null ? generated() : known.firstPassword(),
              known == null ? null : known.hash()));
    }
    accounts.keySet().retainAll(plan.stream().map(Planned::id).toList());
    save();
  }

  /** All accounts, by id. */
  public synchronized List<Account> all() {
    return List.copyOf(accounts.values());
  }

  public synchronized Optional<Account> find(String id) {
    return Optional.ofNullable(accounts.get(id));
  }

  /** Tries to sign in; counts failures. */
  public Attempt attempt(String id, String password) {
    Optional<Account> account;
    synchronized (this) {
      long locked = lockedSeconds(id);
      if (locked > 0) {
        return new Attempt.Locked(locked);
      }
      account = find(id);
    }
    boolean right = account.isPresent() && matches(account.get(), password);
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
   * Changes a password.
   *
   * @return false when the new one is too short or the same as the old
   */
  public boolean change(String id, String newPassword) {
    if (newPassword.length() < MIN_LENGTH) {
      return false;
    }
    String hash = Password.hash(newPassword).addRandomSalt().with(ARGON2).getResult();
    synchronized (this) {
      Account account = accounts.get(id);
      if (account == null || newPassword.equals(account.firstPassword())) {
        return false;
      }
      accounts.put(id, new Account(id, account.name(), account.roles(), null, hash));
      save();
      return true;
    }
  }

  /** Gives an account a new first password and unlocks it. */
  public synchronized Optional<Account> reset(String id) {
    Account account = accounts.get(id);
    if (account == null) {
      return Optional.empty();
    }
    var fresh = new Account(id, account.name(), account.roles(), generated(), null);
    accounts.put(id, fresh);
    failures.remove(id);
    save();
    return Optional.of(fresh);
  }

  private boolean matches(Account account, String password) {
    String first = account.firstPassword();
    String hash = account.hash();
    if (hash == null) {
      return first != null
          && MessageDigest.isEqual(
              first.getBytes(StandardCharsets.UTF_8), password.getBytes(StandardCharsets.UTF_8));
    }
    hashing.acquireUninterruptibly();
    try {
      return Password.check(password, hash).with(ARGON2);
    } finally {
      hashing.release();
    }
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

  private String generated() {
    var password = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      if (i > 0 && i % 4 == 0) {
        password.append('-');
      }
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return password.toString();
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
