package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.recommendation.live.ContentVector;
import io.quartermaster.domain.recommendation.live.ContentVector.TextVector;
import io.quartermaster.domain.recommendation.live.ContentWeights;
import java.util.Arrays;
import java.util.List;

/**
 * What is known of an item by itself, as plain fields.
 *
 * @param number from 0 on in the order in which items came; -1 as long as it has none
 * @param brand empty if not known
 * @param category empty if not known
 * @param textHash of its words, 0 if none were told
 * @param places of its words' vector, as {@link TextVector} has them
 * @param values of its words' vector
 * @param modalities of the vectors that the catalogue brings
 * @param versions of these vectors
 * @param given these vectors, as {@link ContentVector#given} has them
 */
public record CatalogueEntry(
        int number,
        String brand,
        String category,
        int textHash,
        int[] places,
        float[] values,
        String[] modalities,
        int[] versions,
        float[][] given) {

    /** Of an item of which nothing was told. */
    static final CatalogueEntry UNKNOWN =
            new CatalogueEntry(
                    -1,
                    "",
                    "",
                    0,
                    new int[0],
                    new float[0],
                    new String[0],
                    new int[0],
                    new float[0][]);

    CatalogueEntry numbered(int newNumber) {
        return with(newNumber, brand, category, textHash, new TextVector(places, values));
    }

    CatalogueEntry listed(String newBrand, String newCategory) {
        return with(number, newBrand, newCategory, textHash, new TextVector(places, values));
    }

    /** With other words, whose vector is not made yet. */
    CatalogueEntry described(String[] words) {
        return with(number, brand, category, hash(words), new TextVector(places, values));
    }

    CatalogueEntry with(TextVector text) {
        return with(number, brand, category, textHash, text);
    }

    /** With a vector in place of that of its modality, unless that one's version is higher. */
    CatalogueEntry given(String modality, int version, float[] vector) {
        int known = List.of(modalities).indexOf(modality);
        if (known >= 0 && versions[known] > version) {
            return this;
        }
        int place = known < 0 ? modalities.length : known;
        int size = Math.max(modalities.length, place + 1);
        String[] newModalities = Arrays.copyOf(modalities, size);
        int[] newVersions = Arrays.copyOf(versions, size);
        float[][] newGiven = Arrays.copyOf(given, size);
        newModalities[place] = modality;
        newVersions[place] = version;
        newGiven[place] = vector;
        return new CatalogueEntry(
                number,
                brand,
                category,
                textHash,
                places,
                values,
                newModalities,
                newVersions,
                newGiven);
    }

    /** Whether the same is told of it. */
    boolean isAs(CatalogueEntry other) {
        return brand.equals(other.brand)
                && category.equals(other.category)
                && textHash == other.textHash
                && Arrays.equals(modalities, other.modalities)
                && Arrays.equals(versions, other.versions)
                && Arrays.deepEquals(given, other.given);
    }

    /** All of it as one vector. */
    float[] vector(ContentWeights weights) {
        return ContentVector.of(
                weights, brand, category, new TextVector(places, values), modalities, given);
    }

    private CatalogueEntry with(
            int newNumber, String newBrand, String newCategory, int newHash, TextVector text) {
        return new CatalogueEntry(
                newNumber,
                newBrand,
                newCategory,
                newHash,
                text.places(),
                text.values(),
                modalities,
                versions,
                given);
    }

    private static int hash(String[] words) {
        int hash = Arrays.hashCode(words);
        return hash == 0 ? 1 : hash;
    }
}
