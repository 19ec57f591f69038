package org.openaisle.platform.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Set;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.NameConstraintValidatorException;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PKIXNameConstraintValidator;
import org.openaisle.platform.folder.DataFolder;
import org.openaisle.platform.folder.PrivateFiles;
import org.openaisle.platform.folder.StartRefused;

/**
 * The platform's own certificate authority, one file in the data folder with its key and its certificate. Devices that trust it trust the
 * platform's certificates, and by its name constraints nothing else: a thief of the key cannot pretend to be a bank.
 */
final class Authority {
    private final PrivateKey key;
    private final X509Certificate certificate;

    private Authority(PrivateKey key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /** Opens the folder's authority, or makes one for these names. */
    static Authority open(DataFolder folder, Set<String> names, Instant now) {
        Path file = folder.folder("certificates").resolve("authority.pem");
        try {
            if (!Files.exists(file)) {
                KeyPair keys = Certificates.newKeys();
                X509Certificate made = Certificates.authority(keys, names, now);
                String pem = Pem.of("PRIVATE KEY", keys.getPrivate().getEncoded())
                        + Pem.of("CERTIFICATE", made.getEncoded());
                PrivateFiles.write(file, pem.getBytes(StandardCharsets.US_ASCII));
            }
            return new Authority(Pem.privateKey(file), Pem.certificates(file).getFirst());
        } catch (IllegalStateException e) {
            throw new StartRefused(
                    file + " holds no key or no certificate: restore it from a backup, or delete it to have a new one.",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    X509Certificate certificate() {
        return certificate;
    }

    PrivateKey key() {
        return key;
    }

    /** Whether devices that trust it trust a certificate of its for this name. */
    boolean mayVouchFor(String name) {
        byte[] extension = certificate.getExtensionValue(Extension.nameConstraints.getId());
        NameConstraints constraints = NameConstraints.getInstance(
                ASN1OctetString.getInstance(extension).getOctets());
        PKIXNameConstraintValidator validator = new PKIXNameConstraintValidator();
        validator.intersectPermittedSubtree(constraints.getPermittedSubtrees());
        try {
            validator.checkPermitted(
                    new GeneralName(name.matches("[0-9.]+|.*:.*") ? GeneralName.iPAddress : GeneralName.dNSName, name));
            return true;
        } catch (NameConstraintValidatorException e) {
            return false;
        }
    }
}
