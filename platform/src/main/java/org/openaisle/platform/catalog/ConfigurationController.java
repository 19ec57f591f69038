package org.openaisle.platform.catalog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.catalog.ConfigurationVersions.Version;
import org.openaisle.platform.web.Allowed;
import org.openaisle.platform.web.Caller;
import org.openaisle.platform.web.Caller.DeviceCaller;
import org.openaisle.platform.web.DeviceKind;
import org.openaisle.platform.web.Refused;
import org.openaisle.platform.web.StaffRole;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** What devices of a store fetch; with its tag they ask again and again and get it only when it has changed. */
@RestController
class ConfigurationController {
    private static final String PATH = "/api/v1/stores/{store}/configuration/{part}";
    private static final String VERSION = "OpenAisle-Configuration-Version";
    private static final int MOST_VERSIONS = 100;

    private final Configurations configurations;

    ConfigurationController(Configurations configurations) {
        this.configurations = configurations;
    }

    /** A version in the list. */
    record Listed(long version, String etag, Instant createdAt) {}

    /** What holds now; 304 when the caller has it already. */
    @GetMapping(PATH)
    @Allowed(
            staff = {StaffRole.OWNER, StaffRole.MANAGER},
            devices = {DeviceKind.STORE_NODE, DeviceKind.GATE, DeviceKind.KIOSK})
    @Nullable
    ResponseEntity<byte[]> current(
            Caller caller, @PathVariable UUID store, @PathVariable String part, WebRequest request) {
        check(part);
        if (part.equals(ConfigurationVersions.ENTRY) && !opensGates(caller)) {
            throw Refused.forbidden("Only gates and store nodes get what lets people in.");
        }
        Version version = configurations
                .current(caller.tenant(), store, part)
                .orElseThrow(() -> Refused.notFound("configuration: nobody has set it yet"));
        // What says 304 has been written when this is true.
        return request.checkNotModified(version.etag()) ? null : answer(version);
    }

    private static boolean opensGates(Caller caller) {
        return caller instanceof DeviceCaller device && device.kind() != DeviceKind.KIOSK;
    }

    /** The newest versions. */
    @GetMapping(PATH + "/versions")
    @Allowed(
            staff = {StaffRole.OWNER, StaffRole.MANAGER, StaffRole.AUDITOR},
            devices = DeviceKind.STORE_NODE)
    List<Listed> versions(Caller caller, @PathVariable UUID store, @PathVariable String part) {
        check(part);
        return configurations.list(caller.tenant(), store, part, MOST_VERSIONS).stream()
                .map(version -> new Listed(version.number(), version.etag(), version.createdAt()))
                .toList();
    }

    /** A version byte for byte as it was given out. */
    @GetMapping(PATH + "/versions/{version}")
    @Allowed(
            staff = {StaffRole.OWNER, StaffRole.MANAGER, StaffRole.AUDITOR},
            devices = DeviceKind.STORE_NODE)
    ResponseEntity<byte[]> version(
            Caller caller, @PathVariable UUID store, @PathVariable String part, @PathVariable long version) {
        check(part);
        return configurations
                .find(caller.tenant(), store, part, version)
                .filter(found -> found.content() != null)
                .map(ConfigurationController::answer)
                .orElseThrow(() -> Refused.notFound("version"));
    }

    private void check(String part) {
        if (!configurations.has(part)) {
            throw Refused.notFound("part of the configuration");
        }
    }

    private static ResponseEntity<byte[]> answer(Version version) {
        return ResponseEntity.ok()
                .eTag(version.etag())
                .header(VERSION, Long.toString(version.number()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(version.content());
    }
}
