package org.consilium.records.pdf;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.io.RandomAccessReadView;

/** A file that can be read for as long as the budget lasts, so that no loop over it goes on for ever. */
final class WatchedFile implements RandomAccessRead {
    private final RandomAccessRead file;
    private final Budget budget;

    private WatchedFile(RandomAccessRead file, Budget budget) {
        this.file = file;
        this.budget = budget;
    }

    static WatchedFile of(Path path, Budget budget) throws IOException {
        return new WatchedFile(new RandomAccessReadBufferedFile(path), budget);
    }

    static WatchedFile of(byte[] bytes, Budget budget) {
        return new WatchedFile(new RandomAccessReadBuffer(bytes), budget);
    }

    @Override
    public int read() throws IOException {
        budget.check();
        return file.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        budget.check();
        return file.read(bytes, offset, length);
    }

    @Override
    public long getPosition() throws IOException {
        return file.getPosition();
    }

    @Override
    public void seek(long position) throws IOException {
        budget.check();
        file.seek(position);
    }

    @Override
    public long length() throws IOException {
        return file.length();
    }

    @Override
    public boolean isClosed() {
        return file.isClosed();
    }

    @Override
    public boolean isEOF() throws IOException {
        return file.isEOF();
    }

    @Override
    public RandomAccessReadView createView(long start, long length) throws IOException {
        return new RandomAccessReadView(this, start, length);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
