package org.consilium.records;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Files to be read in the background, one after the other. The queue is a table: it survives a restart, and several running
 * programs share it. A file whose reader fell silent is read again.
 */
@Component
class ReadingQueue implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ReadingQueue.class);
    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final Duration STOP = Duration.ofSeconds(2);
    private static final Duration SWEEP = Duration.ofHours(6);
    private static final int SILENT_BEATS = 4;

    private final OneTimeTask<Void> reading;
    private final Scheduler scheduler;
    private volatile boolean running;

    ReadingQueue(TaskStore store, RecordsSettings settings, BackgroundReader reader, UploadSweep sweep) {
        this.reading = Tasks.oneTime("read-file", Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AGAIN))
                .onDeadExecutionRevive()
                .execute((instance, context) -> read(reader, instance.getId()));
        RecurringTask<Void> sweeping = Tasks.recurring("remove-old-uploads", FixedDelay.of(SWEEP))
                .execute((instance, context) -> sweep.removeOld(Instant.now()));
        this.scheduler = Scheduler.create(store.source(), reading)
                .startTasks(sweeping)
                .tableName(TaskStore.TABLE)
                .executorService(Executors.newFixedThreadPool(
                        1, Thread.ofPlatform().daemon().name("reading-", 0).factory()))
                .threads(1)
                .pollingInterval(POLL)
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(SILENT_BEATS)
                .shutdownMaxWait(STOP)
                .failureLogging(LogLevel.OFF, false)
                .build();
    }

    /** The message of a failure may hold words of a record: only its kind is logged. */
    private static void read(BackgroundReader reader, String instance) {
        var slash = instance.indexOf('/');
        var hash = instance.substring(slash + 1);
        try {
            reader.read(UUID.fromString(instance.substring(0, slash)), hash);
        } catch (RuntimeException | Error e) {
            log.atError()
                    .addKeyValue("file", hash)
                    .addKeyValue("kind", e.getClass().getName())
                    .log("reading in the background failed");
            throw new IllegalStateException("reading failed");
        }
    }

    /** In the transaction of the caller: when it ends well, the file will be read. */
    void add(UUID caseId, String hash) {
        scheduler.scheduleIfNotExists(reading.instance(caseId + "/" + hash), Instant.now());
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    scheduler.triggerCheckForDueExecutions();
                }
            });
        }
    }

    @Override
    public void start() {
        scheduler.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
