package org.consilium.terminology;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.MMapDirectory;
import org.consilium.clinical.Code;

/** Reads the search indexes of all active vocabularies as one. */
final class TermIndex implements AutoCloseable {
    private static final int MOST_NAMES = 500;
    private static final int MOST_PARENTS = 100;
    private static final int LONG_ENOUGH_FOR_TYPOS = 4;
    private static final int SHORTEST_BEGINNING = 2;
    private static final int MOST_WORDS = 12;
    private static final Sort SHORT_NAMES_FIRST = new Sort(new SortField(TermWriter.LENGTH, SortField.Type.LONG));

    private final IndexReader reader;
    private final IndexSearcher searcher;

    TermIndex(List<Path> folders) throws IOException {
        var readers = new ArrayList<IndexReader>();
        for (var folder : folders) {
            readers.add(DirectoryReader.open(MMapDirectory.open(folder)));
        }
        reader = new MultiReader(readers.toArray(IndexReader[]::new), true);
        searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
    }

    Optional<Concept> find(Code code) throws IOException {
        var names = new ArrayList<String>();
        for (var document : documents(new TermQuery(new Term(TermWriter.KEY, TermWriter.key(code))), MOST_NAMES)) {
            names.add(names.isEmpty() ? document.get("display") : document.get("name"));
            names.add(document.get("name"));
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(Concept.of(code.system(), code.code(), names));
    }

    /** Concepts with their best fitting name: by code, by whole words, by beginnings of words, at last with typing errors. */
    Map<String, String> search(String words, int most) throws IOException {
        var found = new LinkedHashMap<String, String>();
        var folded = Folded.words(words);
        if (folded.isEmpty()) {
            return found;
        }
        var code = Folded.code(words.substring(words.lastIndexOf(':') + 1));
        if (code.chars().anyMatch(Character::isDigit)) {
            add(new TermQuery(new Term(TermWriter.CODE, code)), found, most);
            if (code.length() >= SHORTEST_BEGINNING) {
                add(new PrefixQuery(new Term(TermWriter.CODE, code)), found, most);
            }
        }
        var some = folded.size() > MOST_WORDS ? folded.subList(0, MOST_WORDS) : folded;
        add(all(some, Closeness.WHOLE), found, most);
        add(all(some, Closeness.BEGINNING), found, most);
        if (found.size() < most) {
            add(all(some, Closeness.TYPOS), found, most);
        }
        return found;
    }

    private enum Closeness {
        WHOLE,
        BEGINNING,
        TYPOS
    }

    private static Query all(List<String> words, Closeness closeness) {
        var all = new BooleanQuery.Builder();
        for (var word : words) {
            all.add(one(word, closeness), Occur.FILTER);
        }
        return all.build();
    }

    private static Query one(String word, Closeness closeness) {
        var term = new Term(TermWriter.WORD, word);
        var beginning = word.length() < SHORTEST_BEGINNING ? new TermQuery(term) : new PrefixQuery(term);
        return switch (closeness) {
            case WHOLE -> new TermQuery(term);
            case BEGINNING -> beginning;
            case TYPOS ->
                word.length() < LONG_ENOUGH_FOR_TYPOS
                        ? beginning
                        : new BooleanQuery.Builder()
                                .add(beginning, Occur.SHOULD)
                                .add(new FuzzyQuery(term, word.length() > 7 ? 2 : 1, 1), Occur.SHOULD)
                                .build();
        };
    }

    private void add(Query query, Map<String, String> found, int most) throws IOException {
        if (found.size() >= most) {
            return;
        }
        var stored = searcher.storedFields();
        for (var hit : searcher.search(query, most * 4, SHORT_NAMES_FIRST).scoreDocs) {
            var document = stored.document(hit.doc);
            if (found.size() < most) {
                found.putIfAbsent(document.get(TermWriter.KEY) + "\n" + document.get("display"), document.get("name"));
            }
        }
    }

    Set<String> parents(String key) throws IOException {
        var parents = new LinkedHashSet<String>();
        for (var document : documents(new TermQuery(new Term(TermWriter.CHILD, key)), MOST_PARENTS)) {
            parents.add(document.get("parent"));
        }
        return parents;
    }

    /** A code of another system. */
    record Mapped(String key, boolean exact) {}

    /** In both directions; from a wider code to a more exact one only when both say the same. */
    List<Mapped> mappings(String key) throws IOException {
        var mapped = new ArrayList<Mapped>();
        for (var document : documents(new TermQuery(new Term(TermWriter.FROM, key)), MOST_NAMES)) {
            mapped.add(new Mapped(document.get(TermWriter.TO), isSet(document, "exact")));
        }
        for (var document : documents(new TermQuery(new Term(TermWriter.TO, key)), MOST_NAMES)) {
            if (isSet(document, "exact")) {
                mapped.add(new Mapped(document.get(TermWriter.FROM), true));
            }
        }
        return mapped;
    }

    /** @param rare at most 1 of 2,000 people */
    record Prevalence(String words, boolean rare) {}

    Optional<Prevalence> prevalence(String key) throws IOException {
        for (var document : documents(new TermQuery(new Term(TermWriter.RARE, key)), 1)) {
            return Optional.of(new Prevalence(document.get("prevalence"), isSet(document, "isRare")));
        }
        return Optional.empty();
    }

    private static boolean isSet(Document document, String field) {
        return document.getField(field).numericValue().intValue() == 1;
    }

    private List<Document> documents(Query query, int most) throws IOException {
        var documents = new ArrayList<Document>();
        var stored = searcher.storedFields();
        for (var hit : searcher.search(query, most).scoreDocs) {
            documents.add(stored.document(hit.doc));
        }
        return documents;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
