package io.quartermaster.domain.event;

import java.time.Instant;

/**
 * A brand enters a stage of its cooperation.
 *
 * @param id unique among the events of this kind
 * @param time when it happened
 * @param source file or topic that reported it
 * @param brand name of the brand
 * @param stage the stage it enters
 * @param note why, empty if not said
 */
public record LifeCycleStep(
        String id, Instant time, String source, String brand, BrandStage stage, String note)
        implements Event {}
