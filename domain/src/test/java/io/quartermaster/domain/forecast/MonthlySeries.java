package io.quartermaster.domain.forecast;

/**
 * Six years of months that forecasts are compared over with R's: 100 + 0.8 t + 15 sin(2 pi t / 12)
 * + noise of a fixed congruential generator.
 */
public final class MonthlySeries {

    private static final double[] VALUES = {
        111.4, 110.69, 120.05, 126.11, 115.09, 108.26, 91.55, 101.07, 96.35, 101.56, 106.09, 106.35,
        123.78, 118.03, 128.6, 120.47, 115.28, 120.15, 115.13, 109.89, 94.03, 104.02, 115.53,
        116.52, 123.09, 131.16, 144.97, 142.81, 129.09, 122.57, 123.69, 106.06, 104.57, 110.57,
        118.04, 128.89, 146.56, 142.74, 151.27, 139.5, 139.02, 141.07, 133.28, 118.37, 121.72,
        130.74, 134.1, 130.62, 148.48, 144.83, 159.62, 152.58, 153.89, 138.28, 134.15, 129.82,
        128.96, 142.29, 138.31, 138.46, 151.34, 155.25, 168.74, 154.3, 155.23, 148.41, 144.46,
        135.77, 146.27, 142.6, 150.06, 164.56
    };

    private MonthlySeries() {}

    /** Its 72 values, copied. */
    public static double[] values() {
        return VALUES.clone();
    }
}
