package io.quartermaster.pipelines.similarity;

import io.quartermaster.pipelines.event.CsvTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table of vectors: an id in the first column, whatever its name, and numbers in all others.
 *
 * @param ids each once, as they come
 * @param vectors one an id, all of one length
 */
public record VectorTable(List<String> ids, List<float[]> vectors) {

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException when it has no numbers or no lines, or an id comes twice
     */
    public static VectorTable read(Path file) throws IOException {
        Set<String> seen = new HashSet<>();
        VectorTable read = new VectorTable(new ArrayList<>(), new ArrayList<>());
        try (CsvTable table = CsvTable.open(file)) {
            String first = table.header().get(0);
            List<String> columns = table.header().subList(1, table.header().size());
            if (columns.isEmpty()) {
                throw new IllegalArgumentException(
                        "The file (%s) has only one column (%s); an id and numbers are wanted.\nMaybe its columns are not separated by commas."
                                .formatted(file, first));
            }
            while (table.next()) {
                String id = table.name(first);
                if (!seen.add(id)) {
                    throw table.wrong("Its id (%s) came before.".formatted(id));
                }
                float[] vector = new float[columns.size()];
                for (int i = 0; i < vector.length; i++) {
                    vector[i] = (float) table.number(columns.get(i));
                }
                read.ids.add(id);
                read.vectors.add(vector);
            }
        }
        if (read.ids.isEmpty()) {
            throw new IllegalArgumentException(
                    "The file (%s) has a header but no lines.\nMaybe what writes it was not finished."
                            .formatted(file));
        }
        return read;
    }

    /** Vectors by their ids. */
    public Map<String, float[]> byId() {
        Map<String, float[]> byId = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            byId.put(ids.get(i), vectors.get(i));
        }
        return byId;
    }
}
