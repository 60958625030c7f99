package org.consilium.installation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseTest {
    @Test
    void givesEachTestClassADatabaseOfItsOwn() {
        var one = TestDatabase.freshSchemas();
        var other = TestDatabase.freshSchemas();
        JdbcClient.create(one.owner()).sql("create schema only_here").update();
        assertThat(schemas(one)).isOne();
        assertThat(schemas(other)).isZero();
    }

    @Test
    void worksAsTheApplicationsRole() {
        var fresh = TestDatabase.freshSchemas();
        var user = JdbcClient.create(fresh.application())
                .sql("select current_user")
                .query(String.class)
                .single();
        assertThat(user).isEqualTo(fresh.applicationUser());
    }

    private static long schemas(TestDatabase.Schemas database) {
        return JdbcClient.create(database.owner())
                .sql("select count(*) from information_schema.schemata where schema_name = 'only_here'")
                .query(Long.class)
                .single();
    }
}
