package org.openaisle.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.spi.ToolProvider;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code openaisle serve}: hands over to the platform, which is on the class path only when it is wanted. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the platform behind the stores, until it is stopped.",
            "",
            "It keeps everything in one folder, its own PostgreSQL included. For another PostgreSQL, name it and put the"
                    + " password of its owner into the environment as OPENAISLE_DATABASE_PASSWORD.",
            "",
            "Reachable from other machines it speaks HTTPS, with a certificate of an authority of its own or yours."
        },
        footer = {
            "",
            "Examples:",
            "  openaisle serve",
            "  openaisle serve --data /srv/openaisle --port 9000",
            "  openaisle serve --listen 0.0.0.0 --name till.example",
            "  openaisle serve --listen 0.0.0.0 --certificate chain.pem --key key.pem --name shop.example",
            "  openaisle serve --database 'jdbc:postgresql://db/openaisle?user=owner'"
        })
final class ServeCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "where everything is kept (default: .openaisle in your home)")
    private @Nullable Path data;

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            description = "address to listen on (default: localhost, for this machine only)")
    private @Nullable String address;

    @Option(names = "--port", paramLabel = "PORT", description = "port to listen on, 0 for any (default: 8080)")
    private @Nullable Integer port;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "a name by which browsers reach it, besides localhost and this machine's; can be repeated")
    private List<String> names = List.of();

    @Option(
            names = "--retailer",
            paramLabel = "NAME",
            description =
                    "a retailer to add if there is none of that name; can be repeated (default: one, \"My shop\")")
    private List<String> retailers = List.of();

    @Option(names = "--certificate", paramLabel = "FILE", description = "your certificate and those above it, as PEM")
    private @Nullable Path certificate;

    @Option(names = "--key", paramLabel = "FILE", description = "the certificate's key, as PEM without a password")
    private @Nullable Path key;

    @Option(names = "--plain", description = "never HTTPS: something of yours before the platform does it")
    private boolean plain;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "a PostgreSQL of yours (18 or newer), with the user who owns the database")
    private @Nullable String database;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        ToolProvider platform = ToolProvider.findFirst("openaisle-serve")
                .orElseThrow(() -> new Refusal(
                        "the platform is not on the class path. Start it with ./openaisle serve, which builds it."));
        return platform.run(
                spec.commandLine().getOut(),
                spec.commandLine().getErr(),
                properties().toArray(String[]::new));
    }

    /** The options as the platform's properties. */
    List<String> properties() {
        List<String> properties = new ArrayList<>();
        add(properties, "openaisle.data", data);
        add(properties, "server.address", address);
        add(properties, "server.port", port);
        add(properties, "openaisle.names", names.isEmpty() ? null : String.join(",", names));
        for (int i = 0; i < retailers.size(); i++) {
            add(properties, "openaisle.retailers[" + i + "]", retailers.get(i));
        }
        add(properties, "openaisle.tls.certificate", certificate);
        add(properties, "openaisle.tls.key", key);
        add(properties, "openaisle.tls.mode", plain ? "off" : null);
        add(properties, "openaisle.database.url", database);
        return properties;
    }

    private static void add(List<String> properties, String name, @Nullable Object value) {
        if (value != null) {
            properties.add("--" + name + "=" + value);
        }
    }
}
