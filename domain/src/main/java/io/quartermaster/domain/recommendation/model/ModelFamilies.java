package io.quartermaster.domain.recommendation.model;

import io.quartermaster.domain.recommendation.model.NeighbourModel.Reading;
import java.util.ArrayList;
import java.util.List;

/** Which kinds of models there are for histories, and which settings each may take. */
final class ModelFamilies {

    private static final double[] FALLS = {0, 0.5, 1, 2};
    private static final double[] ONE = {0};
    private static final double[] EXPONENTS = {0, 0.3, 0.5, 0.7, 1};
    private static final List<PairShape> SEQUENCES =
            List.of(
                    PairShape.near(0.25, 0.25),
                    PairShape.near(0.5, 0.25),
                    PairShape.following(1),
                    PairShape.following(2));
    private static final List<PairShape> NEAR =
            List.of(PairShape.near(0.5, 0.25), PairShape.near(0.5, 1));
    private static final double REPEATS = 0.01;

    private final Histories histories;
    private final SearchSettings settings;

    ModelFamilies(Histories histories, SearchSettings settings) {
        this.histories = histories;
        this.settings = settings;
    }

    List<ModelFamily> blended() {
        List<ModelFamily> families = new ArrayList<>();
        families.add(popular());
        if (!settings.excludeSeen() && histories.repeatedShare() > REPEATS) {
            families.add(repeats());
        }
        families.add(together());
        if (settings.ordered()) {
            families.add(sequence());
            families.add(new PairFamily("near", NEAR, FALLS, new double[] {0.5}));
            families.add(new LinearFamily("linear sequence", true, mostItems(), FALLS));
        }
        families.add(ease());
        families.add(ials());
        families.add(users());
        if (settings.content().isPresent()) {
            families.add(content());
        }
        return families;
    }

    /** Items of like content; refused where nothing is known of any. */
    ModelFamily content() {
        return new ContentFamily(
                settings.content()
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "The method (content) needs to know items.\nMaybe add --items FILE, --attributes FILE or --vectors NAME=FILE.")),
                falls(),
                settings.seed(),
                settings.similarity());
    }

    private ModelFamily popular() {
        List<PopularityModel> models = new ArrayList<>();
        models.add(new PopularityModel(0));
        for (double share = 0.25; histories.timed() && share > 0.001; share /= 4) {
            models.add(new PopularityModel(share));
        }
        return new BasicFamily("popularity", models);
    }

    private static ModelFamily repeats() {
        List<OwnRepeats> models = new ArrayList<>();
        for (double fall : new double[] {0, 0.3, 0.6, 1, 1.5}) {
            models.add(new OwnRepeats(fall));
        }
        return new BasicFamily("repeats", models);
    }

    private ModelFamily together() {
        List<PairShape> shapes =
                List.of(PairShape.together(0), PairShape.together(0.5), PairShape.together(1));
        return new PairFamily("together", shapes, falls(), EXPONENTS);
    }

    ModelFamily sequence() {
        return new PairFamily("sequence", SEQUENCES, falls(), EXPONENTS);
    }

    ModelFamily ease() {
        return new LinearFamily("ease", false, mostItems(), falls());
    }

    ModelFamily ials() {
        List<IalsModel> models = new ArrayList<>();
        for (double unobserved : new double[] {0.03, 0.3}) {
            double regularisation = unobserved < 0.1 ? 0.002 : 0.01;
            models.add(new IalsModel(64, regularisation, unobserved, 8, settings.seed()));
        }
        return new BasicFamily("ials", models);
    }

    private ModelFamily users() {
        return new BasicFamily(
                "users",
                List.of(
                        NeighbourModel.cosine(Reading.USERS, 50),
                        NeighbourModel.cosine(Reading.USERS, 200)));
    }

    private double[] falls() {
        return settings.ordered() ? FALLS : ONE;
    }

    /** How many items the closed form can take in memory. */
    private int mostItems() {
        int most = 5000;
        return ClosedForm.bytes(most) <= settings.memoryBytes()
                ? most
                : (int) Math.sqrt((double) settings.memoryBytes() / ClosedForm.bytes(1));
    }
}
