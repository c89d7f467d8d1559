package io.quartermaster.domain.similarity;

import java.util.concurrent.atomic.AtomicLong;

/**
 * When a layout is worth its start: its code runs slowly until it is compiled, so until so many
 * products were asked for in this process, or are by one call, another one serves. Safe from any
 * thread.
 */
public final class WarmUp {

    private final long products;
    private final AtomicLong asked = new AtomicLong();

    /**
     * @param products of two numbers; 0: worth it at once
     */
    public WarmUp(long products) {
        this.products = products;
    }

    /** Counts a call; whether the layout is worth it for that one. */
    boolean isOverWith(long productsOfCall) {
        return asked.addAndGet(productsOfCall) >= products;
    }
}
