package io.tidehall.server.hallfile;

import io.tidehall.protocol.WindowState.Card;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who may sign in, as the hall file names them; passwords are never in it.
 *
 * @param badge the sign-in name
 * @param roles at least one
 * @param card what counter displays make public, or null for the badge alone
 */
public record Account(String badge, String name, Set<Role> roles, @Nullable Card card) {
  /** What somebody may do. */
  public enum Role {
    /** Serves at a window. */
    CLERK("clerk"),
    /** Runs the hall: windows, figures, reports. */
    MANAGER("manager"),
    /** Runs the program: accounts, devices, the hall file. */
    ADMIN("admin");

    private final String word;

    Role(String word) {
      this.word = word;
    }

    /** The word used in hall files. */
    public String word() {
      return word;
    }
  }

  public Account {
    roles = java.util.Collections.unmodifiableSet(new TreeSet<>(roles));
  }
}
