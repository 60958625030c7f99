package org.consilium.records;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Many small files at once: read side by side, made durable together, filed together.
 *
 * @param alone files that go their own way; empty for one that goes with the others
 * @param filing makes files that are durable part of the case, one receipt for each
 */
record ManyFiles(
        BlobStore blobs,
        SealedReading sealing,
        long largest,
        Alone alone,
        Function<List<Filing.Arrival>, List<Receipt>> filing) {
    private static final int WORKERS = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 8);

    /** Takes in a file that does not go with others. */
    interface Alone {
        Optional<Receipt> take(String name, BlobStore.PlainCopy plain) throws IOException;
    }

    /** What became of one file so far. */
    private sealed interface Step {
        record Done(Receipt receipt) implements Step {}

        record Read(Filing.Arrival arrival, BlobStore.Written written) implements Step {}
    }

    /** One receipt for each file, in their order. Nothing that was written stays when this fails. */
    List<Receipt> receive(List<? extends Intake.Source> files) {
        var begun = new ArrayList<Future<Step>>();
        try (var workers = Executors.newFixedThreadPool(WORKERS)) {
            files.forEach(file -> begun.add(workers.submit(() -> step(file))));
        }
        try {
            var steps = new ArrayList<Step>();
            for (var each : begun) {
                steps.add(each.get());
            }
            return file(steps);
        } catch (ExecutionException e) {
            throw new UncheckedIOException(new IOException("a file could not be taken in", e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("stopped while taking files in"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            begun.forEach(ManyFiles::tidy);
        }
    }

    private Step step(Intake.Source source) throws IOException {
        try (var bytes = source.open();
                var plain = blobs.receive(bytes, largest)) {
            var name = new Incoming(source.name(), bytes).name();
            var done = alone.take(name, plain);
            if (done.isPresent()) {
                return new Step.Done(done.get());
            }
            var reading = Readers.read(Intake.content(name, plain));
            if (reading.status() == Reading.Status.REFUSED) {
                return new Step.Done(
                        new Receipt.Refused(reading.problems().getFirst().message()));
            }
            var facts = sealing.seal(plain.hash(), reading.facts());
            return new Step.Read(
                    new Filing.Arrival(plain.hash(), plain.size(), name, reading, facts),
                    blobs.write(sealing.caseId(), plain, sealing.keys().originals()));
        }
    }

    private List<Receipt> file(List<Step> steps) throws IOException {
        var read = steps.stream()
                .flatMap(step -> step instanceof Step.Read it ? Stream.of(it) : Stream.empty())
                .toList();
        if (!read.isEmpty()) {
            blobs.settle(read.stream().map(Step.Read::written).toList());
        }
        var filed = read.isEmpty()
                ? List.<Receipt>of().iterator()
                : filing.apply(read.stream().map(Step.Read::arrival).toList()).iterator();
        return steps.stream()
                .map(step -> switch (step) {
                    case Step.Done done -> done.receipt();
                    case Step.Read one -> filed.next();
                })
                .toList();
    }

    /** Removes what was written and did not become durable. */
    private static void tidy(Future<Step> begun) {
        if (begun.state() == Future.State.SUCCESS && begun.resultNow() instanceof Step.Read read) {
            try {
                read.written().close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
