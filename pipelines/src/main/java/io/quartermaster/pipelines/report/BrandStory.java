package io.quartermaster.pipelines.report;

import java.io.IOException;
import java.util.List;

/** One brand from its offer to its second judgement, told from the result tables alone. */
final class BrandStory {

    private BrandStory() {}

    /** Every step in the order of a brand's way; each is there, happened or not. */
    static List<StoryStep> steps(BrandFacts facts) throws IOException {
        CooperationSteps cooperation = new CooperationSteps(facts);
        SupplySteps supply = new SupplySteps(facts);
        CustomerSteps customers = new CustomerSteps(facts);
        return List.of(
                cooperation.offer(),
                cooperation.judgement(),
                cooperation.trialTerms(),
                supply.firstForecast(),
                supply.termsInPlan(),
                supply.firstOrders(),
                customers.sales(),
                customers.recommendations(),
                customers.feedback(),
                cooperation.secondJudgement());
    }
}
