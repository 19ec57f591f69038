package org.openaisle.platform.tls;

import org.openaisle.platform.purpose.DataDeclarations;
import org.openaisle.platform.purpose.Declarations;
import org.springframework.stereotype.Component;

/** Certificates name machines, no people. */
@Component
final class TlsData implements DataDeclarations {
    @Override
    public void declare(Declarations to) {
        to.files().plain("certificates");
    }
}
