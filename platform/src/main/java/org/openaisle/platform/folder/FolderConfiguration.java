package org.openaisle.platform.folder;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FolderConfiguration {
    @Bean
    DataFolder dataFolder(@Value("${openaisle.data}") Path path) {
        return DataFolder.open(path);
    }
}
