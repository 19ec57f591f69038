package org.openaisle.platform.tenant;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import org.openaisle.platform.keys.Sha256;

/** What is handed out once and never kept: the database has hashes only. All of it is long enough that no salt is needed. */
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 32;
    /** Without letters that look like digits; 24 of 31 signs are 118 bits. */
    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int CODE_SIGNS = 24;
    private static final int GROUP = 4;

    private Secrets() {}

    static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    /** What a browser keeps while somebody is signed in. */
    static String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random(TOKEN_BYTES));
    }

    /** What somebody reads and types once, in groups of four. */
    static String code() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CODE_SIGNS; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return code.toString();
    }

    /** The hash of a code, however it was typed. */
    static byte[] hashOfCode(String code) {
        return hash(code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    static byte[] hash(String token) {
        return hash(token.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] hash(byte[] bytes) {
        return Sha256.of(bytes);
    }
}
