package org.consilium.records;

import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Repository;

/** Where the tasks of the background are; their SQL is the library's. */
@Repository
class TaskStore {
    static final String TABLE = "records.task";

    private final DataSource source;

    TaskStore(DataSource source) {
        this.source = new TransactionAwareDataSourceProxy(source);
    }

    /** What is done through it belongs to the transaction of the caller. */
    DataSource source() {
        return source;
    }
}
