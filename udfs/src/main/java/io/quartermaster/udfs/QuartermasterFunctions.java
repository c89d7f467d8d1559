package io.quartermaster.udfs;

import io.quartermaster.udfs.brand.AhpWeightsFunction;
import io.quartermaster.udfs.demand.DemandWindowFunction;
import io.quartermaster.udfs.event.DayOfFunction;
import io.quartermaster.udfs.event.SecondsBetweenFunction;
import io.quartermaster.udfs.forecast.ForecastLstmFunction;
import io.quartermaster.udfs.forecast.MlForecastFunction;
import io.quartermaster.udfs.forecast.PinballLossFunction;
import io.quartermaster.udfs.forecast.SeasonalScaleFunction;
import io.quartermaster.udfs.governance.MaskFunction;
import io.quartermaster.udfs.governance.TokeniseFunction;
import io.quartermaster.udfs.recommendation.ExplainRecommendationFunction;
import io.quartermaster.udfs.recommendation.RecommendFunction;
import io.quartermaster.udfs.replenishment.LotAllocationsFunction;
import io.quartermaster.udfs.replenishment.NewsvendorLevelFunction;
import io.quartermaster.udfs.replenishment.SafetyStockFunction;
import io.quartermaster.udfs.replenishment.StockValueFunction;
import io.quartermaster.udfs.satisfaction.SatisfactionScoreFunction;
import io.quartermaster.udfs.similarity.CosineSimilarityFunction;
import io.quartermaster.udfs.similarity.SimilarItemsFunction;
import io.quartermaster.udfs.similarity.VectorSearchFunction;
import io.quartermaster.udfs.text.AiAspectsFunction;
import io.quartermaster.udfs.text.AiSentimentFunction;
import io.quartermaster.udfs.text.ClassifyIntentFunction;
import io.quartermaster.udfs.text.WordVectorFunction;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.flink.table.functions.UserDefinedFunction;

/** The list of all functions by SQL name. What is not here does not exist in SQL. */
public final class QuartermasterFunctions {

    private static final Map<String, Supplier<UserDefinedFunction>> ALL = new TreeMap<>();

    static {
        ALL.put("AHP_WEIGHTS", AhpWeightsFunction::new);
        ALL.put("AI_ASPECTS", AiAspectsFunction::new);
        ALL.put("AI_SENTIMENT", AiSentimentFunction::new);
        ALL.put("CLASSIFY_INTENT", ClassifyIntentFunction::new);
        ALL.put("COSINE_SIMILARITY", CosineSimilarityFunction::new);
        ALL.put("DAY_OF", DayOfFunction::new);
        ALL.put(DemandWindowFunction.NAME, DemandWindowFunction::new);
        ALL.put("EXPLAIN_RECOMMENDATION", ExplainRecommendationFunction::new);
        ALL.put("FORECAST_LSTM", ForecastLstmFunction::new);
        ALL.put("LOT_ALLOCATIONS", LotAllocationsFunction::new);
        ALL.put("MASK", MaskFunction::new);
        ALL.put("ML_FORECAST", MlForecastFunction::new);
        ALL.put("NEWSVENDOR_LEVEL", NewsvendorLevelFunction::new);
        ALL.put("PINBALL_LOSS", PinballLossFunction::new);
        ALL.put("RECOMMEND", RecommendFunction::new);
        ALL.put("SAFETY_STOCK", SafetyStockFunction::new);
        ALL.put("SATISFACTION_SCORE", SatisfactionScoreFunction::new);
        ALL.put("SEASONAL_SCALE", SeasonalScaleFunction::new);
        ALL.put("SECONDS_BETWEEN", SecondsBetweenFunction::new);
        ALL.put("SIMILAR_ITEMS", SimilarItemsFunction::new);
        ALL.put("STOCK_VALUE", StockValueFunction::new);
        ALL.put("TOKENISE", TokeniseFunction::new);
        ALL.put("VECTOR_SEARCH_AGG", VectorSearchFunction::new);
        ALL.put("WORD_VECTOR", WordVectorFunction::new);
    }

    private QuartermasterFunctions() {}

    /** Constructors by name, in alphabetical order. */
    public static Map<String, Supplier<UserDefinedFunction>> all() {
        return Collections.unmodifiableMap(ALL);
    }
}
