package org.openaisle.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.openaisle.platform.folder.DataFolder;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** What a collector of metrics shows: the content of the file {@code passwords/metrics} in the data folder. */
@Component
final class MetricsToken {
    private final byte[] header;

    MetricsToken(DataFolder folder) {
        header = ("Bearer " + folder.password("metrics")).getBytes(StandardCharsets.US_ASCII);
    }

    boolean isShownBy(HttpServletRequest request) {
        String shown = request.getHeader(HttpHeaders.AUTHORIZATION);
        return shown != null && MessageDigest.isEqual(header, shown.getBytes(StandardCharsets.UTF_8));
    }
}
