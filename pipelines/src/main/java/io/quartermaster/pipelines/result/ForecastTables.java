package io.quartermaster.pipelines.result;

import static io.quartermaster.pipelines.result.ResultColumn.day;
import static io.quartermaster.pipelines.result.ResultColumn.flag;
import static io.quartermaster.pipelines.result.ResultColumn.instant;
import static io.quartermaster.pipelines.result.ResultColumn.number;
import static io.quartermaster.pipelines.result.ResultColumn.text;
import static io.quartermaster.pipelines.result.ResultColumn.whole;
import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.forecast.CampaignOutcome;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.domain.forecast.hierarchy.ForecastTotal;
import io.quartermaster.pipelines.channel.Channels;
import java.util.List;
import java.util.stream.Stream;

/** The tables of demand and its forecasts. */
final class ForecastTables {

    private ForecastTables() {}

    static ResultTable<DemandWindow, DemandWindow> demand() {
        return new ResultTable<>(
                "demand",
                Channels.DEMAND,
                List.of(
                        text("item", DemandWindow::item),
                        text("place", DemandWindow::place),
                        day("event_day", DemandWindow::day),
                        whole("units", DemandWindow::units),
                        number("price", DemandWindow::price),
                        flag("stocked_out", DemandWindow::stockedOut),
                        whole("views", DemandWindow::views),
                        whole("favourites", DemandWindow::favourites),
                        whole("carts", DemandWindow::carts),
                        number("promotion", DemandWindow::promotion),
                        instant("as_of", DemandWindow::asOf),
                        text("campaign", DemandWindow::campaign),
                        number("base_units", DemandWindow::baseUnits),
                        number("wanted_units", DemandWindow::wantedUnits),
                        whole("shown", DemandWindow::shown),
                        number("organic_units", DemandWindow::organicUnits),
                        number("category_units", DemandWindow::categoryUnits)),
                comparing(DemandWindow::item)
                        .thenComparing(DemandWindow::place)
                        .thenComparing(DemandWindow::day),
                comparingInt(DemandWindow::revision),
                Stream::of);
    }

    static ResultTable<CampaignOutcome, CampaignOutcome> campaignLift() {
        return new ResultTable<>(
                "campaign_lift",
                Channels.CAMPAIGN_LIFT,
                List.of(
                        text("brand", CampaignOutcome::brand),
                        text("campaign", CampaignOutcome::campaign),
                        text("kind", CampaignOutcome::kind),
                        day("starts_on", CampaignOutcome::startsOn),
                        day("ends_on", CampaignOutcome::endsOn),
                        number("units", CampaignOutcome::units),
                        number("base_units", CampaignOutcome::baseUnits),
                        number("lift", CampaignOutcome::lift),
                        number("lift_low", CampaignOutcome::liftLow),
                        number("lift_high", CampaignOutcome::liftHigh),
                        number("lift_share", CampaignOutcome::liftShare),
                        whole("placebos", row -> (long) row.placebos()),
                        number("turnover_gained", CampaignOutcome::turnoverGained),
                        number("margin_gained", CampaignOutcome::marginGained),
                        number("cost", CampaignOutcome::cost),
                        number("net", CampaignOutcome::net),
                        number("net_low", CampaignOutcome::netLow),
                        number("net_high", CampaignOutcome::netHigh),
                        text("currency", CampaignOutcome::currency),
                        text("note", CampaignOutcome::note),
                        whole("version", row -> (long) row.version()),
                        instant("as_of", CampaignOutcome::asOf)),
                comparing(CampaignOutcome::brand).thenComparing(CampaignOutcome::campaign),
                comparingInt(CampaignOutcome::version).thenComparing(CampaignOutcome::revision),
                Stream::of);
    }

    static ResultTable<Forecast, ForecastDay> forecast() {
        return new ResultTable<>(
                "forecast",
                Channels.FORECAST,
                List.of(
                        text("item", row -> row.forecast().item()),
                        text("place", row -> row.forecast().place()),
                        day("made_on", row -> row.forecast().madeOn()),
                        day("event_day", ForecastDay::day),
                        text("model_name", row -> row.forecast().modelName()),
                        number("mean", row -> row.forecast().mean()[row.step()]),
                        number("q10", row -> row.forecast().q10()[row.step()]),
                        number("q50", row -> row.forecast().q50()[row.step()]),
                        number("q90", row -> row.forecast().q90()[row.step()]),
                        text("model_version", row -> row.forecast().modelVersion()),
                        instant("as_of", row -> row.forecast().asOf()),
                        flag("champion", row -> row.forecast().champion()),
                        number("cumulative_q90", row -> row.forecast().cumulativeQ90()[row.step()]),
                        number("cumulative_q50", row -> row.forecast().cumulativeQ50()[row.step()]),
                        text("reason", row -> row.forecast().reason())),
                comparing(Forecast::item)
                        .thenComparing(Forecast::place)
                        .thenComparing(Forecast::madeOn)
                        .thenComparing(Forecast::modelName),
                comparingInt(Forecast::revision),
                ForecastDay::of);
    }

    static ResultTable<ForecastTotal, ForecastTotalDay> forecastTotals() {
        return new ResultTable<>(
                "forecast_totals",
                Channels.FORECAST_TOTALS,
                List.of(
                        text("level", row -> row.total().level()),
                        text("node", row -> row.total().node()),
                        day("made_on", row -> row.total().madeOn()),
                        day("event_day", ForecastTotalDay::day),
                        number("mean", row -> row.total().mean()[row.step()]),
                        number("q10", row -> row.total().q10()[row.step()]),
                        number("q50", row -> row.total().q50()[row.step()]),
                        number("q90", row -> row.total().q90()[row.step()]),
                        whole("series", row -> (long) row.total().series()),
                        text("method", row -> row.total().method()),
                        instant("as_of", row -> row.total().asOf())),
                comparing(ForecastTotal::level)
                        .thenComparing(ForecastTotal::node)
                        .thenComparing(ForecastTotal::madeOn),
                ResultTable.onlyOneVersion(),
                ForecastTotalDay::of);
    }
}
