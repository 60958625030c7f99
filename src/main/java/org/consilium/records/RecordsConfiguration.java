package org.consilium.records;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RecordsSettings.class)
class RecordsConfiguration {
    @Bean
    RecordsFolder recordsFolder(@Value("${consilium.data}") Path data) {
        return RecordsFolder.open(data);
    }
}
