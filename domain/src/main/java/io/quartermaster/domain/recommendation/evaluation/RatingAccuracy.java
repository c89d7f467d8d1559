package io.quartermaster.domain.recommendation.evaluation;

import io.quartermaster.domain.recommendation.model.HeldOut;
import io.quartermaster.domain.recommendation.model.RatingPredictor;
import io.quartermaster.domain.recommendation.model.UserHistory;

/**
 * How far predicted ratings are from those that were held out.
 *
 * @param method its name
 * @param ratings how many were predicted
 * @param rmse root of the mean squared error, in the unit of ratings
 * @param mae mean absolute error, in the unit of ratings
 */
public record RatingAccuracy(String method, int ratings, double rmse, double mae) {

    /** Predicts every rating that is held out. */
    public static RatingAccuracy of(String method, HeldOut heldOut, RatingPredictor predictor) {
        int ratings = 0;
        double squares = 0;
        double absolute = 0;
        for (int user = 0; user < heldOut.held().users(); user++) {
            UserHistory held = heldOut.held().of(user);
            for (int i = 0; i < held.size(); i++) {
                double error = predictor.predict(user, held.items()[i]) - held.values()[i];
                squares += error * error;
                absolute += Math.abs(error);
                ratings++;
            }
        }
        return new RatingAccuracy(
                method, ratings, Math.sqrt(squares / ratings), absolute / ratings);
    }
}
