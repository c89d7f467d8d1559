package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.event.Campaign;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.forecast.CampaignOutcome;
import io.quartermaster.pipelines.event.AsOfJoinFunction;
import io.quartermaster.pipelines.event.PlainTypes;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Campaigns and marked windows in, what each campaign brought out. */
final class CampaignPipeline {

    private CampaignPipeline() {}

    /** Adds the steps; runs nothing. */
    static DataStream<CampaignOutcome> build(
            DataStream<DemandWindow> windows,
            DataStream<CatalogueItem> items,
            DataStream<Campaign> campaigns,
            LiftOptions options) {
        TypeInformation<LiftEntry> type = PlainTypes.of(LiftEntry.class);
        DataStream<LiftEntry> ofBrands =
                windows.map(LiftEntry::of, type)
                        .uid("lift-of-windows")
                        .name("lift-of-windows")
                        .union(
                                items.map(LiftEntry::of, type)
                                        .uid("lift-of-items")
                                        .name("lift-of-items"))
                        .keyBy(LiftEntry::item, Types.STRING)
                        .process(brandOfWindow(), type)
                        .uid("lift-brand-of-window")
                        .name("lift-brand-of-window");
        return campaigns
                .map(LiftEntry::of, type)
                .uid("lift-of-campaigns")
                .name("lift-of-campaigns")
                .union(ofBrands)
                .keyBy(LiftEntry::brand, Types.STRING)
                .process(new CampaignLiftFunction(options), PlainTypes.of(CampaignOutcome.class))
                .uid("campaign-lift")
                .name("campaign-lift");
    }

    /** Windows get the brand and unit cost that the catalogue named as of their time. */
    static AsOfJoinFunction<LiftEntry> brandOfWindow() {
        return new AsOfJoinFunction<>(
                LiftEntry.class, LiftEntry::order, entry -> entry.row() != null, LiftEntry::joined);
    }
}
