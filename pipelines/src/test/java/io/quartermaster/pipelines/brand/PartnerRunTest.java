package io.quartermaster.pipelines.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.brand.FailureRate;
import io.quartermaster.domain.brand.PartnerCandidate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every expected value is worked by hand from docs/partners.md. */
class PartnerRunTest {

    private static final String OFFERS =
            "id,event_time,source,brand,category,supplier,items,unit_cost,list_price,currency,new_items_share,capacity_per_day,lead_time_days\n";

    private static final String PRIORS =
            "brand,event_day,returns_strength,returns_expected,returns_evidence,satisfaction_prior,satisfaction_evidence\n";

    @TempDir private Path run;

    @BeforeEach
    void aRunOfFiveBrands() throws IOException {
        table(
                "brand_scores",
                """
                brand,event_day,score,stage,rating_satisfaction
                A,2026-01-01,0.1,TRIAL,0.1
                A,2026-01-03,0.8,TRIAL,0.5
                B,2026-01-03,0.6,PROSPECT,1
                C,2026-01-03,0.9,CONTRACTED,1
                D,2026-01-03,0.5,PROSPECT,0.5
                E,2026-01-03,0.7,CONTRACTED,1
                """);
        table(
                "lifecycle",
                """
                id,event_time,source,brand,stage,note
                c2,2026-01-02T00:00:00Z,x,C,ENDED,
                c1,2026-01-01T00:00:00Z,x,C,CONTRACTED,
                e1,2026-01-02T00:00:00Z,x,E,SUSPENDED,
                """);
        table(
                "items",
                """
                id,event_time,source,item,brand,category,supplier,unit_cost,list_price,currency,unit_volume,shelf_life_days,launched_on,assumed
                a1,2025-12-01T00:00:00Z,x,A1,A,hats,S1,5.00,12.00,EUR,0.5,0,,false
                a2,2025-12-02T00:00:00Z,x,A1,A,hats,S1,6.00,12.00,EUR,0.5,0,,false
                c1,2025-12-01T00:00:00Z,x,C1,C,hats,S1,5.00,12.00,USD,0.5,0,,false
                e1,2025-12-01T00:00:00Z,x,E1,E,belts,S2,5.00,9.00,EUR,0.5,0,,false
                """);
        table("offers", OFFERS + "b1,2026-01-01T00:00:00Z,x,B,shoes,S3,2,4,8,EUR,0.5,100,3\n");
        table(
                "terms",
                """
                id,event_time,source,brand,supplier,version,lead_time_days,min_order_units,pack_units,cost_factor,capacity_per_day,order_every_days,valid_from,valid_to
                t1,2025-12-01T00:00:00Z,x,A,S1,1,9,0,1,1,100,9,2025-12-01,2026-01-02
                t2,2026-01-01T00:00:00Z,x,A,S9,2,2,0,5,0.9,100,2,2026-01-03,
                t3,2026-01-02T00:00:00Z,x,A,S1,3,9,0,1,0.5,100,9,2026-02-01,
                """);
        table(
                "demand",
                """
                item,place,event_day,units,price,stocked_out
                A1,p1,2026-01-01,50,10,false
                A1,p1,2026-01-02,4,10,false
                A1,p1,2026-01-03,2,7,false
                A1,p2,2026-01-02,0,10,true
                A1,p2,2026-01-03,3,10,false
                """);
        table(
                "returns",
                """
                id,event_time,item,units
                r1,2026-01-01T10:00:00Z,A1,5
                r2,2026-01-03T10:00:00Z,A1,1
                """);
        table(
                "risk_alerts",
                """
                kind,subject,event_day,state,score
                concentration,A,2026-01-03,raised,1
                exit,A,2026-01-01,raised,0.5
                exit,A,2026-01-02,cleared,0.1
                supply_break,A,2026-01-02,raised,0.4
                """);
    }

    @Test
    void anItemIsExpectedToSellAsItDidAtItsTerms() throws IOException {
        PartnerCandidate brand = candidate("A");

        // On 1.5 days (one of two places was out of stock once) 9 sold, of which 1 came back: 8.
        double perDay = 8 / 1.5;
        double cost = 6 * 0.9;
        assertThat(brand.score()).isEqualTo(0.8);
        assertThat(brand.supplier()).isEqualTo("S9");
        assertThat(brand.items()).hasSize(1);
        PartnerCandidate.Item item = brand.items().get(0);
        assertThat(item.category()).isEqualTo("hats");
        assertThat(item.margin()).isCloseTo(perDay * 2 * (84 / 9.0 - cost), within(1e-9));
        // 2 days of lead time and 2 of review need 21.3 units: 5 packs of 5.
        assertThat(item.investment()).isCloseTo(25 * cost, within(1e-9));
        assertThat(item.volume()).isCloseTo(12.5, within(1e-9));
    }

    @Test
    void aBrandWithoutItemsBringsThoseOfItsOffer() throws IOException {
        PartnerCandidate brand = candidate("B");

        // Nobody sells shoes: the mean of all items; 3 days of lead time and 7 of review.
        double perDay = 8 / 1.5;
        assertThat(brand.items()).hasSize(2);
        assertThat(brand.items().get(0).margin()).isCloseTo(perDay * 2 * (8 - 4), within(1e-9));
        assertThat(brand.items().get(0).investment()).isEqualTo(54 * 4);
        assertThat(brand.supplier()).isEqualTo("S3");
    }

    @Test
    void alertsThatStandAndDiscontentMakeTheRisk() throws IOException {
        PartnerRun.RiskBasis basis = PartnerRun.read(run, 2).risk();

        // A from the 1st to the 3rd, B, D and E on the 3rd; C ended before its first score.
        // An exit of 0.5 that passed and a break of 0.4 that stands.
        double failing = 1 - Math.pow(6 / 8.0, 0.9 + 0.5);
        double ofDiscontent = failing / 0.2;
        assertThat(basis.failure()).isEqualTo(new FailureRate(0.9, 2, 6));
        assertThat(basis.ofDiscontent()).isCloseTo(Math.min(1, ofDiscontent), within(1e-12));
        assertThat(basis.words())
                .isEqualTo(
                        "Risk of a break or an exit within 2 days, of 2 alerts on 6 days of brands: 0.332, shared out by discontent at 1.000 (1 - satisfaction)");
        assertThat(candidate("A").risk()).isCloseTo(1 - 0.5 * 0.6, within(1e-12));
        assertThat(candidate("B").risk()).isZero();
        assertThat(candidate("E").risk()).isCloseTo(0.9, within(1e-12));
    }

    @Test
    void whereNothingWasWatchedTheRiskIsAssumed() throws IOException {
        Files.delete(run.resolve("csv/risk_alerts.csv"));

        assertThat(PartnerRun.read(run, 2).risk().words())
                .isEqualTo(
                        "The run watched neither deliveries nor terms nor life cycles, so the risk is assumed: 0.300 (1 - satisfaction)");
        assertThat(candidate("A").risk()).isCloseTo(0.15, within(1e-12));
    }

    @Test
    void returnsAreDrawnTowardsThoseExpectedOfTheBrand() throws IOException {
        priors();

        // Hats sell 9 in 1.5 days, and so do all items: 6 a day.
        // A: 1 of 9 came back, (1 + 0.2 x 11) / (9 + 11) = 0.16; B has sold nothing: 0.1.
        assertThat(candidate("A").items().get(0).margin())
                .isCloseTo(0.84 * 6 * 2 * (84 / 9.0 - 6 * 0.9), within(1e-9));
        assertThat(candidate("B").items().get(0).margin())
                .isCloseTo(0.9 * 6 * 2 * (8 - 4), within(1e-9));
        // Nothing is expected of E, which has sold nothing: the share of all items, 1 of 9.
        assertThat(candidate("E").items().get(0).margin())
                .isCloseTo(8 / 9.0 * 6 * 2 * (9 - 5), within(1e-9));
    }

    @Test
    void satisfactionIsDrawnTowardsThatExpectedOfTheBrand() throws IOException {
        priors();

        // A: 0.2 x 0.5 + 0.8 x 0.9 = 0.82; B: 0.7 alone; C, D and E keep 1, 0.5 and 1.
        double meanDiscontent = (0.18 + 0.3 + 0 + 0.5 + 0) / 5;
        PartnerRun read = PartnerRun.read(run, 1);
        double failing = 1 - Math.pow(6 / 7.0, 0.9 + 0.5);
        double ofDiscontent = failing / meanDiscontent;
        assertThat(ofDiscontent).isLessThan(1);
        assertThat(read.risk().ofDiscontent()).isCloseTo(ofDiscontent, within(1e-12));
        assertThat(read.candidates().get(0).risk())
                .isCloseTo(1 - (1 - ofDiscontent * 0.18) * 0.6, within(1e-12));
        assertThat(read.candidates().get(1).risk()).isCloseTo(ofDiscontent * 0.3, within(1e-12));
        assertThat(read.candidates().get(2).risk()).isCloseTo(0.9, within(1e-12));
    }

    @Test
    void saysWhatReturnsAndSatisfactionRestOn() throws IOException {
        assertThat(PartnerRun.read(run, 2).expected().words())
                .isEqualTo(
                        "The run is without the table brand_priors, so returns and satisfaction are each brand's own");

        table("brand_priors", PRIORS);
        assertThat(PartnerRun.read(run, 2).expected().words())
                .isEqualTo(
                        "The table brand_priors of the run tells nothing of these brands, so returns and satisfaction are each brand's own");

        priors();
        assertThat(PartnerRun.read(run, 2).expected())
                .isEqualTo(new ExpectationBasis(true, 3, 2, 0.25, 2, 0.1));
        assertThat(PartnerRun.read(run, 2).expected().words())
                .isEqualTo(
                        "Of 3 brands, the returns of 2 (0.25 their own) and the satisfaction of 2 (0.10 their own) are drawn towards what brand_priors expects of their cluster and offer");
    }

    @Test
    void refusesPriorsThatAreNoShares() throws IOException {
        table("brand_priors", PRIORS + "A,2026-01-03,11,20,0.5,0.9,0.2\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PartnerRun.read(run, 2))
                .withMessageContaining("Its returns_expected (20) is not 0 to 1.");
    }

    private void priors() throws IOException {
        table(
                "brand_priors",
                PRIORS
                        + """
                        A,2026-01-03,11,0.2,0.5,0.9,0.2
                        A,2026-01-01,99,0.9,0,0.1,0
                        B,2026-01-03,40,0.1,0,0.7,0
                        E,2026-01-03,0,,0,,0
                        """);
    }

    @Test
    void takesExclusivityFromTheTermsThatBind() throws IOException {
        assertThat(candidate("A").exclusiveIn()).isEmpty();
        table(
                "terms",
                """
                id,event_time,source,brand,supplier,version,lead_time_days,min_order_units,pack_units,cost_factor,capacity_per_day,order_every_days,exclusive_in,valid_from,valid_to
                t1,2025-12-01T00:00:00Z,x,A,S1,1,9,0,1,1,100,9,shoes,2025-12-01,2026-01-02
                t2,2026-01-01T00:00:00Z,x,A,S9,2,2,0,5,0.9,100,2,hats|belts,2026-01-03,
                """);

        assertThat(candidate("A").exclusiveIn()).containsExactly("belts", "hats");
        assertThat(candidate("B").exclusiveIn()).isEmpty();
    }

    @Test
    void leavesOutWhatEndedOrBringsNothing() throws IOException {
        PartnerRun read = PartnerRun.read(run, 2);

        assertThat(read.day()).isEqualTo(LocalDate.of(2026, 1, 3));
        assertThat(read.candidates())
                .extracting(PartnerCandidate::brand)
                .containsExactly("A", "B", "E");
        assertThat(read.leftOut()).isEqualTo(Map.of("C", "ended", "D", "without item and offer"));
    }

    @Test
    void refusesMoneyOfTwoCurrencies() throws IOException {
        table("offers", OFFERS + "b1,2026-01-01T00:00:00Z,x,B,shoes,S3,2,4,8,USD,0.5,100,3\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PartnerRun.read(run, 2))
                .withMessage(
                        "The brands of the run are priced in (EUR, USD); money must be of one currency.\nMaybe convert the items and offers before the run.");
    }

    @Test
    void refusesAFolderThatIsNoRun() throws IOException {
        Files.delete(run.resolve("csv/terms.csv"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PartnerRun.read(run, 2))
                .withMessage(
                        "The folder (%s) is not the output of a run: it has no csv/terms.csv.\nMaybe name the output folder of a demo or backfill."
                                .formatted(run));
    }

    @Test
    void refusesTablesThatAreDamaged() throws IOException {
        table("demand", "item,place,event_day,units,price,stocked_out\nA1,p,soon,1,1,false\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PartnerRun.read(run, 2))
                .withMessageContaining("Its event_day (soon) is not a day.");

        table("demand", "item,place,event_day,units,price,stocked_out\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PartnerRun.read(run, 2))
                .withMessageContaining("has no line.");
    }

    private PartnerCandidate candidate(String brand) throws IOException {
        return PartnerRun.read(run, 2).candidates().stream()
                .filter(one -> one.brand().equals(brand))
                .findFirst()
                .orElseThrow();
    }

    private void table(String name, String text) throws IOException {
        Path folder = Files.createDirectories(run.resolve("csv"));
        Files.writeString(folder.resolve(name + ".csv"), text);
    }
}
