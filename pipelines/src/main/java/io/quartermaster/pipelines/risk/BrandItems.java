package io.quartermaster.pipelines.risk;

import io.quartermaster.pipelines.event.CsvTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** Items of a brand in a planning folder. */
public final class BrandItems {

    private static final String FILE = "items.csv";

    private BrandItems() {}

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException when the folder names no item of that brand
     */
    public static Set<String> of(Path folder, String brand) throws IOException {
        Set<String> items = new TreeSet<>();
        Set<String> brands = new TreeSet<>();
        try (CsvTable table = CsvTable.open(folder.resolve(FILE), "item", "brand")) {
            while (table.next()) {
                String of = table.text("brand").strip();
                brands.add(of);
                if (of.equals(brand)) {
                    items.add(table.name("item").strip());
                }
            }
        }
        if (items.isEmpty()) {
            throw new IllegalArgumentException(
                    "The brand (%s) is of no item in %s.\nMaybe one of: %s."
                            .formatted(brand, folder.resolve(FILE), String.join(", ", brands)));
        }
        return items;
    }
}
