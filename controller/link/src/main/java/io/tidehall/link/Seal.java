package io.tidehall.link;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Something that only one device can read, though it goes over a line that others may listen to:
 * sealed for the device's public key (X25519, HKDF-SHA-256, AES-256-GCM), which each time is met by
 * a fresh key of the sealer's. A key is used for one seal, so the nonce may be zero.
 */
public final class Seal {
  private static final String CURVE = "X25519";
  private static final byte[] PURPOSE = {
    't', 'i', 'd', 'e', 'h', 'a', 'l', 'l', ' ', 'p', 'a', 'i', 'r'
  };
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final KeyPair own;

  private Seal(KeyPair own) {
    this.own = own;
  }

  /** A device's fresh key; it never leaves the process. */
  public static Seal fresh() {
    try {
      return new Seal(KeyPairGenerator.getInstance(CURVE).generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + CURVE, e);
    }
  }

  /** The public half, as text. */
  public String key() {
    return base64(own.getPublic().getEncoded());
  }

  /** Whether a text is a public key that something can be sealed for. */
  public static boolean isKey(String key) {
    try {
      return publicKey(key).getEncoded().length > 0;
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      return false;
    }
  }

  /**
   * Seals something.
   *
   * @throws IllegalArgumentException when the key is none
   */
  public static String seal(String key, byte[] plain) {
    try {
      KeyPair once = KeyPairGenerator.getInstance(CURVE).generateKeyPair();
      byte[] mine = once.getPublic().getEncoded();
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, once, publicKey(key), mine);
      return base64(mine) + "." + base64(cipher.doFinal(plain));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("expected an X25519 key, but " + e.getMessage(), e);
    }
  }

  /**
   * Opens what was sealed for this key.
   *
   * @throws IllegalArgumentException when it was not, or was changed on its way
   */
  public byte[] open(String sealed) {
    int dot = sealed.indexOf('.');
    if (dot < 0) {
      throw new IllegalArgumentException("expected a key and what it seals, but there is no dot");
    }
    try {
      String from = sealed.substring(0, dot);
      byte[] theirs = Base64.getUrlDecoder().decode(from);
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, own, publicKey(from), theirs);
      return cipher.doFinal(Base64.getUrlDecoder().decode(sealed.substring(dot + 1)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "expected something sealed for this device, but it cannot be opened", e);
    }
  }

  private static Cipher cipher(int mode, KeyPair mine, PublicKey theirs, byte[] salt)
      throws GeneralSecurityException {
    KeyAgreement agreement = KeyAgreement.getInstance(CURVE);
    agreement.init(mine.getPrivate());
    agreement.doPhase(theirs, true);
    SecretKey key =
        KDF.getInstance("HKDF-SHA256")
            .deriveKey(
                "AES",
                HKDFParameterSpec.ofExtract()
                    .addIKM(agreement.generateSecret())
                    .addSalt(salt)
                    .thenExpand(PURPOSE, KEY_BYTES));
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, new byte[NONCE_BYTES]));
    return cipher;
  }

  private static PublicKey publicKey(String text) throws GeneralSecurityException {
    byte[] encoded = Base64.getUrlDecoder().decode(text);
    return KeyFactory.getInstance(CURVE).generatePublic(new X509EncodedKeySpec(encoded));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
