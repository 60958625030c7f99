package org.consilium;

import java.util.List;
import org.consilium.cli.Cli;
import org.consilium.cli.Program;
import org.consilium.web.LaunchTokens;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program: without arguments it serves, with a command it answers on standard output. */
@SpringBootApplication(proxyBeanMethods = false)
public class Application {
    public static void main(String[] args) {
        System.exit(Cli.run(
                List.of(args),
                new Program(
                        Application.class,
                        context -> "/start?token="
                                + context.getBean(LaunchTokens.class).issue())));
    }
}
