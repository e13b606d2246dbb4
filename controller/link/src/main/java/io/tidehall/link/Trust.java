package io.tidehall.link;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Whom to believe at the other end of {@code ssl://}. */
final class Trust {
  private Trust() {}

  /**
   * Sockets that trust the certificates of a PEM file and no others.
   *
   * @param pem the file, or null for the system's certificates
   */
  static SSLSocketFactory sockets(@Nullable Path pem) throws IOException {
    try {
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(pem == null ? null : certificates(pem));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IOException(
          "expected %s to hold certificates in PEM form, but %s: copy the broker's certificate there"
              .formatted(pem == null ? "the system's trust store" : pem, e.getMessage()),
          e);
    }
  }

  private static KeyStore certificates(Path pem) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (InputStream in = Files.newInputStream(pem)) {
      int count = 0;
      for (Certificate certificate :
          CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("trusted-" + count++, certificate);
      }
      if (count == 0) {
        throw new GeneralSecurityException("there is none");
      }
    }
    return store;
  }
}
