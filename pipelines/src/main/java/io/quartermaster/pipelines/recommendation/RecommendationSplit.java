package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.recommendation.model.HeldOut;
import io.quartermaster.domain.recommendation.model.Histories;
import io.quartermaster.domain.recommendation.model.SearchSettings.Holding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What models learn from, and what they are measured on.
 *
 * @param heldOut training with validation, and the test
 * @param validation what settings are chosen by; null: a part of the training is held out
 * @param holding which part that is
 * @param ordered whether the order of a history says anything
 * @param rated whether there are ratings
 */
public record RecommendationSplit(
        HeldOut heldOut, HeldOut validation, Holding holding, boolean ordered, boolean rated) {

    private static final double INNER_SHARE = 0.2;

    /** What settings are chosen on: of what may be learnt from, what came last. */
    HeldOut inner() {
        Histories known = heldOut.training();
        if (validation != null) {
            return validation;
        }
        return holding == Holding.TEMPORAL
                ? HeldOut.from(known, HeldOut.timeOfLast(known, INNER_SHARE))
                : HeldOut.lastOfEach(known);
    }

    /** Whether lists leave out what a user has, if nobody says. */
    public boolean excludeSeen() {
        return InteractionFile.excludeSeen(heldOut.training());
    }

    /**
     * Splits a table.
     *
     * @param way leave-one-out or temporal
     * @param share of all events that temporal holds out, above 0 and below 1
     * @param catalogue items that are there though nobody may have had to do with them
     */
    public static RecommendationSplit of(
            Path input, String way, double share, Set<String> catalogue) throws IOException {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException(
                    "The --test-share (%s) must lie between 0 and 1.".formatted(share));
        }
        InteractionFile file = InteractionFile.read(input, catalogue);
        return switch (way) {
            case "leave-one-out" ->
                    new RecommendationSplit(
                            HeldOut.lastOfEach(file.histories()),
                            null,
                            file.ordered() ? Holding.LAST : Holding.DRAWN,
                            file.ordered(),
                            file.rated());
            case "temporal" -> temporal(input, file, share);
            default ->
                    throw new IllegalArgumentException(
                            "The split (%s) is not known.\nMaybe one of: leave-one-out, temporal."
                                    .formatted(way));
        };
    }

    private static RecommendationSplit temporal(Path input, InteractionFile file, double share) {
        Histories all = file.histories();
        if (!all.timed()) {
            throw new IllegalArgumentException(
                    "The file (%s) has no times that compare users, which a temporal split needs.\nMaybe add a column timestamp, or take --split leave-one-out."
                            .formatted(input));
        }
        return new RecommendationSplit(
                HeldOut.from(all, HeldOut.timeOfLast(all, share)),
                null,
                Holding.TEMPORAL,
                true,
                file.rated());
    }

    /**
     * Takes the split that files make.
     *
     * @param validation may be null
     */
    public static RecommendationSplit given(
            Path train, Path validation, Path test, Set<String> catalogue) throws IOException {
        List<Path> paths = new ArrayList<>(List.of(train, test));
        if (validation != null) {
            paths.add(validation);
        }
        List<InteractionFile> files = InteractionFile.read(paths, catalogue);
        Histories training = files.get(0).histories();
        Histories held = files.get(1).histories();
        HeldOut inner = validation == null ? null : new HeldOut(training, files.get(2).histories());
        Histories known = inner == null ? training : inner.all();
        return new RecommendationSplit(
                new HeldOut(known, held),
                inner,
                files.get(0).holding(),
                files.get(0).ordered(),
                files.get(0).rated());
    }
}
