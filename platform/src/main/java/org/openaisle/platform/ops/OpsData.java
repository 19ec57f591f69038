package org.openaisle.platform.ops;

import org.openaisle.platform.purpose.DataDeclarations;
import org.openaisle.platform.purpose.Declarations;
import org.springframework.stereotype.Component;

/** Logs say what the platform does, never to whom: no field of theirs is personal. */
@Component
final class OpsData implements DataDeclarations {
    @Override
    public void declare(Declarations to) {
        to.files().plain("logs");
        to.log()
                .plain("@timestamp", "ecs.version", "log.level", "log.logger", "message", "tags")
                .plain("process.pid", "process.thread.name", "service.name", "service.version", "service.environment")
                .plain("service.node.name", "error.type", "error.stack_trace", "http.request.id");
    }
}
