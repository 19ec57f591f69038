package org.openaisle.platform.database;

/** Where the database is, and the two who connect to it: its owner, to migrate it, and the platform, who owns nothing. */
record Logins(String url, Login owner, Login runtime) {
    /** The platform's own user. */
    static final String RUNTIME = "openaisle_runtime";

    record Login(String user, String password) {
        /** Without the password, which would end up in a log. */
        @Override
        public String toString() {
            return user;
        }
    }
}
