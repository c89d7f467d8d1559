package io.quartermaster.pipelines.brand;

import io.quartermaster.domain.brand.BrandFigures;
import io.quartermaster.domain.event.BrandOffer;
import io.quartermaster.domain.event.BrandTerms;
import io.quartermaster.domain.event.ExpertJudgement;
import io.quartermaster.domain.event.LifeCycleStep;
import io.quartermaster.domain.satisfaction.SatisfactionScore;

/**
 * One thing that the panel takes note of; exactly one of the fields after the id is there.
 *
 * @param id unique among all entries
 * @param offer or null
 * @param terms or null
 * @param step or null
 * @param judgement or null
 * @param figures or null
 * @param satisfaction or null
 */
public record PanelEntry(
        String id,
        BrandOffer offer,
        BrandTerms terms,
        LifeCycleStep step,
        ExpertJudgement judgement,
        BrandFigures figures,
        SatisfactionScore satisfaction) {

    static PanelEntry of(BrandOffer offer) {
        return new PanelEntry("offer:" + offer.id(), offer, null, null, null, null, null);
    }

    static PanelEntry of(BrandTerms terms) {
        return new PanelEntry("terms:" + terms.id(), null, terms, null, null, null, null);
    }

    static PanelEntry of(LifeCycleStep step) {
        return new PanelEntry("step:" + step.id(), null, null, step, null, null, null);
    }

    static PanelEntry of(ExpertJudgement judgement) {
        return new PanelEntry(
                "judgement:" + judgement.id(), null, null, null, judgement, null, null);
    }

    static PanelEntry of(BrandFigures figures) {
        return new PanelEntry("figures:" + figures.brand(), null, null, null, null, figures, null);
    }

    static PanelEntry of(SatisfactionScore score) {
        return new PanelEntry(
                "satisfaction:" + score.entity(), null, null, null, null, null, score);
    }

    /** The brand it is about, empty for a comparison of criteria. */
    String brand() {
        if (offer != null) {
            return offer.brand();
        }
        if (terms != null) {
            return terms.brand();
        }
        if (step != null) {
            return step.brand();
        }
        if (judgement != null) {
            return judgement.brand();
        }
        return figures != null ? figures.brand() : satisfaction.entity();
    }
}
