package io.quartermaster.pipelines.demand;

import io.quartermaster.domain.demand.DemandWindow;

/**
 * A window as it was handed on last.
 *
 * @param told the window with its campaigns and base; its revision counts what was handed on
 * @param heard revision of the window that came in
 */
public record MarkedWindow(DemandWindow told, int heard) {}
