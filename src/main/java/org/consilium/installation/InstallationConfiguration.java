package org.consilium.installation;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the rooms the data folder named by {@code consilium.data}. */
@Configuration(proxyBeanMethods = false)
class InstallationConfiguration {
    @Bean
    DataFolder dataFolder(@Value("${consilium.data}") Path path) {
        return DataFolder.open(path);
    }
}
