package io.quartermaster.pipelines.brand;

import io.quartermaster.domain.event.Behaviour;
import io.quartermaster.domain.event.BrandOffer;
import io.quartermaster.domain.event.BrandTerms;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.CatalogueText;
import io.quartermaster.domain.event.Delivery;
import io.quartermaster.domain.event.ExpertJudgement;
import io.quartermaster.domain.event.Feedback;
import io.quartermaster.domain.event.LifeCycleStep;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.ReturnLine;
import io.quartermaster.domain.satisfaction.SatisfactionScore;
import org.apache.flink.streaming.api.datastream.DataStream;

/** What the brand pipeline reads, with event times and watermarks. */
record BrandStreams(
        DataStream<BrandOffer> offers,
        DataStream<BrandTerms> terms,
        DataStream<LifeCycleStep> steps,
        DataStream<ExpertJudgement> judgements,
        DataStream<OrderLine> orders,
        DataStream<Behaviour> behaviour,
        DataStream<ReturnLine> returns,
        DataStream<Delivery> deliveries,
        DataStream<Feedback> feedback,
        DataStream<CatalogueItem> items,
        DataStream<CatalogueText> texts,
        DataStream<SatisfactionScore> satisfaction) {}
