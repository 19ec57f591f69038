package org.openaisle.platform.tls;

import java.security.cert.CertificateEncodingException;
import org.openaisle.platform.web.Allowed;
import org.openaisle.platform.web.Refused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The authority's certificate, for a phone or a store node to trust. */
@RestController
class AuthorityController {
    private final ObjectProvider<ServerCertificate> certificate;

    AuthorityController(ObjectProvider<ServerCertificate> certificate) {
        this.certificate = certificate;
    }

    @GetMapping("/api/v1/authority.crt")
    @Allowed(anybody = true)
    ResponseEntity<byte[]> authority() throws CertificateEncodingException {
        ServerCertificate shown = certificate.getIfAvailable();
        if (shown == null || shown.authority().isEmpty()) {
            throw Refused.notFound("authority: the platform shows a certificate of its operator's, or none");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/x-x509-ca-cert"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("openaisle-authority.crt")
                                .build()
                                .toString())
                .body(shown.authority().orElseThrow().getEncoded());
    }
}
