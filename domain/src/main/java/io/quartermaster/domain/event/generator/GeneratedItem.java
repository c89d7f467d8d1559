package io.quartermaster.domain.event.generator;

/**
 * An item of a marketplace with its terms and what customers want of it, without the events that
 * tell of it.
 *
 * @param item its name
 * @param supplier who delivers it
 * @param listPrice first list price of a unit
 * @param unitCost cost of a unit
 * @param packUnits units of a pack
 * @param leadTimeDays days from order to promised arrival
 * @param orderEveryDays days between order days
 * @param units wanted on each day over all places, without campaigns and showings; 0 while its
 *     brand does not sell
 */
public record GeneratedItem(
        String item,
        String supplier,
        double listPrice,
        double unitCost,
        int packUnits,
        int leadTimeDays,
        int orderEveryDays,
        int[] units) {

    static GeneratedItem of(MarketplaceOptions options, SkuProfile sku) {
        DemandModel model = new DemandModel(options, sku);
        int[] units = new int[options.days()];
        for (int place = 0; place < options.places(); place++) {
            int[] more = model.units(place);
            for (int day = 0; day < units.length; day++) {
                units[day] += more[day];
            }
        }
        return new GeneratedItem(
                sku.item(),
                sku.brand().supplier(),
                sku.listPrice(),
                sku.listPrice() * sku.costShare(),
                sku.brand().packUnits(),
                sku.brand().leadTimeDays(),
                sku.brand().orderEveryDays(),
                units);
    }
}
