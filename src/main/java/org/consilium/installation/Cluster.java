package org.consilium.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.List;

/** The data directory of the embedded PostgreSQL: how it is made, what it is set to, who may enter. */
record Cluster(DataFolder folder, PostgresProgram program, boolean durable) {
    static final String DATABASE = "consilium";
    static final String ADMIN = "consilium_admin";
    static final String OWNER = "consilium_owner";
    static final String APPLICATION = "consilium_app";

    Path data() {
        return folder.database().resolve("data-" + PostgresProgram.MAJOR);
    }

    Path log() {
        return folder.database().resolve("log");
    }

    String password(String role) {
        return HexFormat.of().formatHex(folder.secret(role.replace('_', '-')));
    }

    /** Makes the data directory beside its place and moves it there whole, so that an interrupted start leaves nothing half made. */
    void prepare() {
        if (Files.isDirectory(data())) {
            return;
        }
        var fresh = folder.database().resolve("data-being-made");
        var passwordFile = folder.database().resolve("password-being-set");
        try {
            Trees.delete(fresh);
            Files.writeString(passwordFile, password(ADMIN));
            program.run("initdb", initialisation(fresh, passwordFile), "");
            Files.delete(passwordFile);
            Files.writeString(fresh.resolve("pg_hba.conf"), """
                    # only this computer, only with a password
                    host all all 127.0.0.1/32 scram-sha-256
                    """);
            program.run(
                    "postgres",
                    List.of("--single", "-c", "exit_on_error=true", "-D", fresh.toString(), "postgres"),
                    roles());
            Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
            DataFolder.makeDurable(folder.database());
        } catch (IOException e) {
            throw new InstallationProblem(
                    "The embedded database could not be prepared in " + folder.database() + ".", e);
        }
    }

    private List<String> initialisation(Path into, Path passwordFile) {
        return List.of(
                "-D",
                into.toString(),
                "--username=" + ADMIN,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--set=timezone=UTC",
                "--no-instructions");
    }

    /** One statement per line, as PostgreSQL's single-user mode reads them. */
    private String roles() {
        return """
                create role %1$s login nosuperuser nocreatedb nocreaterole password '%2$s'
                create role %3$s login nosuperuser nocreatedb nocreaterole password '%4$s'
                create database %5$s owner %1$s
                revoke all on database %5$s from public
                revoke all on database postgres from public
                revoke all on database template1 from public
                grant connect on database %5$s to %3$s
                """.formatted(OWNER, password(OWNER), APPLICATION, password(APPLICATION), DATABASE);
    }

    /** The whole configuration, written at every start: small memory, few processes, no patient text in the log. */
    String configuration(int port) {
        return """
                # written by Consilium at every start; changes here are lost
                listen_addresses = '127.0.0.1'
                port = %1$d
                unix_socket_directories = ''
                password_encryption = scram-sha-256
                max_connections = 30
                shared_buffers = 32MB
                work_mem = 8MB
                maintenance_work_mem = 32MB
                io_method = sync
                max_worker_processes = 2
                max_parallel_workers_per_gather = 0
                autovacuum_max_workers = 1
                jit = off
                huge_pages = off
                wal_level = minimal
                max_wal_senders = 0
                max_logical_replication_workers = 0
                max_wal_size = 256MB
                fsync = %2$s
                synchronous_commit = %2$s
                full_page_writes = %2$s
                timezone = 'UTC'
                log_timezone = 'UTC'
                client_encoding = 'UTF8'
                log_checkpoints = off
                # errors may quote what a person typed: only the server's own troubles are logged
                log_min_messages = log
                log_min_error_statement = panic
                log_error_verbosity = terse
                """.formatted(port, durable ? "on" : "off");
    }

    boolean isConfiguredFor(int port) {
        try {
            return Files.readString(data().resolve("postgresql.conf")).equals(configuration(port));
        } catch (IOException e) {
            return false;
        }
    }

    void configure(int port) {
        try {
            Files.writeString(data().resolve("postgresql.conf"), configuration(port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
