package org.consilium;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program: without arguments it serves, with a command it answers on standard output. */
@SpringBootApplication(proxyBeanMethods = false)
public class Application {
    public static void main(String[] args) {
        org.springframework.boot.SpringApplication.run(Application.class, args);
    }
}
