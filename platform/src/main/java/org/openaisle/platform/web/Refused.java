package org.openaisle.platform.web;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A refusal that goes to the caller as problem+json. The detail says what was wrong and what to try; it is shown to the caller as it stands,
 * and must hold no personal data, since it may be logged.
 */
public final class Refused extends ErrorResponseException {
    private static final long serialVersionUID = 1;

    private Refused(HttpStatus status, String detail) {
        super(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }

    /** 400: the request cannot be understood. */
    public static Refused badRequest(String detail) {
        return new Refused(HttpStatus.BAD_REQUEST, detail);
    }

    /** 401: nobody is signed in, or not any more. */
    public static Refused unknownCaller(String detail) {
        Refused refused = new Refused(HttpStatus.UNAUTHORIZED, detail);
        refused.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return refused;
    }

    /** 403: this caller may not do this, whatever the ids. */
    public static Refused forbidden(String detail) {
        return new Refused(HttpStatus.FORBIDDEN, detail);
    }

    /** 404: not there, or another tenant's; the answer must not tell which. */
    public static Refused notFound(String what) {
        return new Refused(HttpStatus.NOT_FOUND, "There is no such " + what + ".");
    }

    /** 409: it contradicts what is there. */
    public static Refused conflict(String detail) {
        return new Refused(HttpStatus.CONFLICT, detail);
    }

    /** 412: it has been changed since it was read. */
    public static Refused changedMeanwhile(String detail) {
        return new Refused(HttpStatus.PRECONDITION_FAILED, detail);
    }

    /** 413: more bytes than may come at once. */
    public static Refused tooLarge(long bytes) {
        return new Refused(
                HttpStatus.CONTENT_TOO_LARGE, "A request of this kind may have " + bytes + " bytes. Send it in parts.");
    }

    /** 422: understood, and not acceptable. */
    public static Refused unprocessable(String detail) {
        return new Refused(HttpStatus.UNPROCESSABLE_CONTENT, detail);
    }

    /** 429: too much in a short time; come again after that while. */
    public static Refused tooMany(String detail, Duration wait) {
        Refused refused = new Refused(HttpStatus.TOO_MANY_REQUESTS, detail);
        refused.getHeaders()
                .set(
                        HttpHeaders.RETRY_AFTER,
                        Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
        return refused;
    }

    /** Adds a member to the problem, for instance a list of errors by line. */
    public Refused with(String name, Object value) {
        getBody().setProperty(name, value);
        return this;
    }
}
