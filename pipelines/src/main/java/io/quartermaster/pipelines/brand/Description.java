package io.quartermaster.pipelines.brand;

import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.CatalogueText;

/**
 * What the catalogue says of an item.
 *
 * @param id unique among all of one time; the item comes before its words
 * @param item the item
 * @param brand its brand, empty in words
 * @param words title and description, empty in an item
 */
public record Description(String id, String item, String brand, String words) {

    static Description of(CatalogueItem item) {
        return new Description("0:" + item.id(), item.item(), item.brand(), "");
    }

    static Description of(CatalogueText text) {
        return new Description(
                "1:" + text.id(), text.item(), "", text.title() + " " + text.description());
    }
}
