package io.quartermaster.domain.forecast.intermittent;

/** How the mean of demand that comes now and then is made of its size and its rarity. */
public enum IntermittentMethod {
    /** Size over interval (Croston, 1972). */
    CROSTON("croston"),
    /** The same times 1 - alpha / 2, which takes its bias away (Syntetos and Boylan, 2005). */
    SBA("sba"),
    /** Size times probability, which fades while nothing comes (Teunter and others, 2011). */
    TSB("tsb");

    private final String label;

    IntermittentMethod(String label) {
        this.label = label;
    }

    /** Name of the model in forecasts. */
    public String label() {
        return label;
    }
}
