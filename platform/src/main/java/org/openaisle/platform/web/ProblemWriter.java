package org.openaisle.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** Says a refusal where no handler has been reached yet. */
final class ProblemWriter {
    /** The member that holds the request's id. */
    static final String REQUEST = "request";

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    void write(HttpServletRequest request, HttpServletResponse response, Refused refused) throws IOException {
        response.setStatus(refused.getStatusCode().value());
        refused.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        write(request, response, refused.getBody());
    }

    /** Says no more than the status. */
    void write(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        write(request, response, ProblemDetail.forStatus(status));
    }

    private void write(HttpServletRequest request, HttpServletResponse response, ProblemDetail body)
            throws IOException {
        body.setProperty(REQUEST, RequestIds.of(request));
        response.getOutputStream().write(json.writeValueAsBytes(body));
    }
}
