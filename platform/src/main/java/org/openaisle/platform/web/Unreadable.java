package org.openaisle.platform.web;

import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;

/** Says where a body is wrong without repeating what stands there. */
final class Unreadable {
    private Unreadable() {}

    static String why(HttpMessageNotReadableException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabindException wrong && !wrong.getPath().isEmpty()) {
                return "The field " + path(wrong) + " has not the form that it must have" + place(wrong) + ".";
            }
            if (cause instanceof JacksonException wrong) {
                return "The request's body is not the JSON that belongs here" + place(wrong) + ".";
            }
        }
        return "The request needs a body of the form that the interface's description at /api says.";
    }

    private static String path(DatabindException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    private static String place(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        return at == null || at.getLineNr() < 1
                ? ""
                : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }
}
