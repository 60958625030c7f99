package org.consilium.terminology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.consilium.clinical.Code;

/** Writes the search index of one vocabulary. */
final class TermWriter implements ConceptSink, AutoCloseable {
    static final String KEY = "key";
    static final String WORD = "word";
    static final String LENGTH = "length";
    static final String CODE = "code";
    static final String CHILD = "child";
    static final String FROM = "from";
    static final String TO = "to";
    static final String RARE = "rare";

    private static final double MEMORY_MEGABYTES = 64;
    private static final int REPORT_EVERY = 10_000;

    private final IndexWriter writer;
    private final LongConsumer progress;
    private long concepts;
    private long names;
    private long parents;
    private long mappings;
    private long prevalences;

    TermWriter(Path folder, LongConsumer progress) throws IOException {
        var config = new IndexWriterConfig(null)
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
                .setRAMBufferSizeMB(MEMORY_MEGABYTES);
        writer = new IndexWriter(FSDirectory.open(folder), config);
        this.progress = progress;
    }

    static String key(Code code) {
        return code.system() + "|" + code.code();
    }

    static Code code(String key) {
        var bar = key.lastIndexOf('|');
        return Code.of(key.substring(0, bar), key.substring(bar + 1));
    }

    @Override
    public void concept(Concept concept) {
        var display = concept.names().getFirst();
        concept.names().forEach(name -> name(concept.code(), display, name));
        concepts++;
    }

    @Override
    public void name(Code code, String name) {
        name(code, "", name);
    }

    private void name(Code code, String display, String name) {
        var document = new Document();
        document.add(new StringField(KEY, key(code), Field.Store.YES));
        document.add(new StoredField("display", display.isEmpty() ? name : display));
        document.add(new StoredField("name", name));
        if (name.equals(display)) {
            document.add(new StringField(CODE, Folded.code(code.code()), Field.Store.NO));
        }
        var words = Folded.words(name);
        words.forEach(word -> document.add(new StringField(WORD, bounded(word), Field.Store.NO)));
        document.add(new NumericDocValuesField(LENGTH, rank(words, name.equals(display))));
        add(document);
        names++;
    }

    /** Short names first; among names of one length the preferred ones. */
    private static long rank(List<String> words, boolean preferred) {
        return words.size() * 2L + (preferred ? 0 : 1);
    }

    private static String bounded(String word) {
        return word.length() > 100 ? word.substring(0, 100) : word;
    }

    @Override
    public void parent(Code child, Code parent) {
        var document = new Document();
        document.add(new StringField(CHILD, key(child), Field.Store.NO));
        document.add(new StoredField("parent", key(parent)));
        add(document);
        parents++;
    }

    @Override
    public void mapping(Code from, Code to, boolean exact) {
        var document = new Document();
        document.add(new StringField(FROM, key(from), Field.Store.YES));
        document.add(new StringField(TO, key(to), Field.Store.YES));
        document.add(new StoredField("exact", exact ? 1 : 0));
        add(document);
        mappings++;
    }

    @Override
    public void prevalence(Code code, String words, boolean rare) {
        var document = new Document();
        document.add(new StringField(RARE, key(code), Field.Store.NO));
        document.add(new StoredField("prevalence", words));
        document.add(new StoredField("isRare", rare ? 1 : 0));
        add(document);
        prevalences++;
    }

    private void add(Document document) {
        try {
            writer.addDocument(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var count = names + parents + mappings + prevalences;
        if (count % REPORT_EVERY == REPORT_EVERY - 1) {
            progress.accept(count + 1);
        }
    }

    boolean isEmpty() {
        return names + parents + mappings + prevalences == 0;
    }

    LoadedVocabulary done(String name, String version, String file, String hash, java.time.Instant now)
            throws IOException {
        writer.forceMerge(1);
        writer.commit();
        return new LoadedVocabulary(name, version, file, hash, now, concepts, names, parents, mappings);
    }

    @Override
    public void close() throws IOException {
        writer.close();
        writer.getDirectory().close();
    }
}
