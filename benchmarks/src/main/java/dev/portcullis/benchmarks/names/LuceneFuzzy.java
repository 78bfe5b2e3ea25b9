package dev.portcullis.benchmarks.names;

import dev.portcullis.screening.list.Alias;
import dev.portcullis.screening.list.ListedParty;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Lucene's fuzzy query over the same names, in memory: a word of three to five letters may differ by one edit, a longer one by two, and each word
 * that is met adds to the score. Scores are divided by the number of words, so that one limit can hold for names of any length.
 */
public final class LuceneFuzzy implements NameEngine {
    private static final int HITS = 10;

    private final IndexSearcher searcher;

    public LuceneFuzzy(List<ListedParty> entries) throws IOException {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new StandardAnalyzer()))) {
            for (ListedParty entry : entries) {
                add(writer, entry.id(), entry.name());
                for (Alias alias : entry.aliases()) {
                    add(writer, entry.id(), alias.name());
                }
            }
            writer.forceMerge(1);
        }
        searcher = new IndexSearcher(DirectoryReader.open(directory));
    }

    private static void add(IndexWriter writer, String id, String name) throws IOException {
        Document document = new Document();
        document.add(new TextField("name", String.join(" ", JaroWinklerScan.words(name)), Field.Store.NO));
        document.add(new StoredField("id", id));
        writer.addDocument(document);
    }

    @Override
    public List<Hit> search(String name) throws IOException {
        String[] words = JaroWinklerScan.words(name);
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String word : words) {
            int edits = word.length() < 3 ? 0 : word.length() < 6 ? 1 : 2;
            query.add(new FuzzyQuery(new Term("name", word), edits), BooleanClause.Occur.SHOULD);
        }
        List<Hit> hits = new ArrayList<>();
        for (ScoreDoc found : searcher.search(query.build(), HITS).scoreDocs) {
            String id = searcher.storedFields().document(found.doc).get("id");
            hits.add(new Hit(id, found.score / words.length));
        }
        return hits;
    }
}
