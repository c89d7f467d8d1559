package io.quartermaster.pipelines.demand;

import io.quartermaster.domain.demand.DemandSignal;
import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.event.Behaviour;
import io.quartermaster.domain.event.Campaign;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.ReturnLine;
import io.quartermaster.domain.event.StockLevel;
import io.quartermaster.domain.governance.Quarantined;
import io.quartermaster.pipelines.event.AsOfJoinFunction;
import io.quartermaster.pipelines.event.Channel.SerializableFunction;
import io.quartermaster.pipelines.event.PlainTypes;
import java.time.ZoneId;
import java.util.Optional;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * Clean events in, one window per item, place and day out, marked with its campaigns; the late ones
 * apart.
 */
public final class DemandPipeline {

    private DemandPipeline() {}

    /**
     * What demand is made of.
     *
     * @param orders clean order lines
     * @param returns clean returns; of these, cancellations on the day of the order count
     * @param behaviour clean behaviour
     * @param stock clean stock levels
     * @param items the catalogue, for the launch and the brand of each item
     * @param campaigns clean campaigns
     */
    public record Inputs(
            DataStream<OrderLine> orders,
            DataStream<ReturnLine> returns,
            DataStream<Behaviour> behaviour,
            DataStream<StockLevel> stock,
            DataStream<CatalogueItem> items,
            DataStream<Campaign> campaigns) {}

    /**
     * What the pipeline hands on.
     *
     * @param windows every window, and every correction of one
     * @param late signals that came too late for a correction
     */
    public record Outputs(DataStream<DemandWindow> windows, DataStream<Quarantined> late) {}

    /** Adds the steps; runs nothing. */
    public static Outputs build(Inputs inputs, DemandOptions options) {
        SingleOutputStreamOperator<DemandWindow> windows =
                signals(inputs, options.zone())
                        .keyBy(DemandSignal::item, Types.STRING)
                        .process(new DemandFunction(options), PlainTypes.of(DemandWindow.class))
                        .uid("demand-windows")
                        .name("demand-windows");
        return new Outputs(
                organic(marked(windows, inputs), inputs),
                windows.getSideOutput(DemandFunction.LATE));
    }

    private static DataStream<DemandWindow> organic(
            DataStream<DemandWindow> windows, Inputs inputs) {
        TypeInformation<EffectNews> type = PlainTypes.of(EffectNews.class);
        return windows.map(EffectNews::of, type)
                .uid("demand-effect-windows")
                .name("demand-effect-windows")
                .union(
                        inputs.items()
                                .map(EffectNews::of, type)
                                .uid("demand-effect-items")
                                .name("demand-effect-items"))
                .keyBy(EffectNews::item, Types.STRING)
                .process(categoryOfWindow(), type)
                .uid("demand-effect-categories")
                .name("demand-effect-categories")
                .keyBy(EffectNews::category, Types.STRING)
                .process(new DemandEffectsFunction(), PlainTypes.of(DemandWindow.class))
                .uid("demand-effects")
                .name("demand-effects");
    }

    /** Windows get the category that the catalogue named as of their time. */
    static AsOfJoinFunction<EffectNews> categoryOfWindow() {
        return new AsOfJoinFunction<>(
                EffectNews.class,
                EffectNews::order,
                news -> news.row() != null,
                EffectNews::joined);
    }

    private static DataStream<DemandWindow> marked(
            DataStream<DemandWindow> windows, Inputs inputs) {
        TypeInformation<CampaignNews> type = PlainTypes.of(CampaignNews.class);
        DataStream<CampaignNews> ofItems =
                news(inputs.campaigns(), CampaignNews::of, "campaigns")
                        .union(news(inputs.items(), CampaignNews::of, "items"))
                        .keyBy(CampaignNews::brand, Types.STRING)
                        .process(new CampaignItemsFunction(), type)
                        .uid("demand-campaigns-of-items")
                        .name("demand-campaigns-of-items");
        return news(windows, CampaignNews::of, "windows")
                .union(ofItems)
                .keyBy(CampaignNews::item, Types.STRING)
                .process(new CampaignMarkFunction(), PlainTypes.of(DemandWindow.class))
                .uid("demand-campaign-marks")
                .name("demand-campaign-marks");
    }

    private static <T> DataStream<CampaignNews> news(
            DataStream<T> stream, MapFunction<T, CampaignNews> news, String what) {
        String name = "demand-campaign-" + what;
        return stream.map(news, PlainTypes.of(CampaignNews.class)).uid(name).name(name);
    }

    private static DataStream<DemandSignal> signals(Inputs inputs, ZoneId zone) {
        return signals(inputs.orders(), line -> Optional.of(DemandSignal.of(line)), "orders")
                .union(
                        signals(inputs.returns(), line -> DemandSignal.of(line, zone), "returns"),
                        signals(inputs.behaviour(), DemandSignal::of, "behaviour"),
                        signals(
                                inputs.stock(),
                                level -> Optional.of(DemandSignal.of(level)),
                                "stock"),
                        signals(inputs.items(), DemandSignal::of, "launches"));
    }

    private static <T> DataStream<DemandSignal> signals(
            DataStream<T> events,
            SerializableFunction<T, Optional<DemandSignal>> signal,
            String what) {
        String name = "demand-of-" + what;
        return events.<DemandSignal>flatMap(
                        (event, out) -> signal.apply(event).ifPresent(out::collect),
                        PlainTypes.of(DemandSignal.class))
                .uid(name)
                .name(name);
    }
}
