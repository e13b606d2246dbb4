package io.tidehall.server.edge;

import io.tidehall.hall.ticket.TicketId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The address behind a slip's QR code: the ticket's id with a keyed mark (HMAC-SHA-256, 96 bits),
 * so that nobody can guess another's.
 */
public final class TicketLinks {
  private static final int MARK_BYTES = 12;

  private final String base;
  private final byte[] key;

  /**
   * Makes links.
   *
   * @param base address of the controller as phones reach it, without a slash at the end
   * @param key at least 32 secret bytes, kept over restarts
   */
  public TicketLinks(String base, byte[] key) {
    this.base = base;
    this.key = key.clone();
  }

  public String link(TicketId ticket) {
    return base + "/t/" + token(ticket);
  }

  public String token(TicketId ticket) {
    return ticket.value() + "." + mark(ticket.value());
  }

  /** The ticket of a token; empty when the token is not one that was given out. */
  public Optional<TicketId> ticket(String token) {
    int dot = token.lastIndexOf('.');
    if (dot < 1) {
      return Optional.empty();
    }
    String id = token.substring(0, dot);
    boolean genuine =
        MessageDigest.isEqual(
            mark(id).getBytes(StandardCharsets.UTF_8),
            token.substring(dot + 1).getBytes(StandardCharsets.UTF_8));
    return genuine ? Optional.of(new TicketId(id)) : Optional.empty();
  }

  private String mark(String id) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] full = mac.doFinal(id.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Arrays.copyOf(full, MARK_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
