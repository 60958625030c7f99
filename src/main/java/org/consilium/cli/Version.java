package org.consilium.cli;

import java.io.IOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the program. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        var build = new Properties();
        try (var stream = Version.class.getResourceAsStream("/META-INF/build-info.properties")) {
            if (stream != null) {
                build.load(stream);
            }
        }
        return new String[] {"Consilium " + build.getProperty("build.version", "(built in place)")};
    }
}
