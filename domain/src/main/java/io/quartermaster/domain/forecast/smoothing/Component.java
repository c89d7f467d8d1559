package io.quartermaster.domain.forecast.smoothing;

/** How a part of a series joins the others. */
public enum Component {
    NONE("N"),
    ADDITIVE("A"),
    MULTIPLICATIVE("M");

    private final String letter;

    Component(String letter) {
        this.letter = letter;
    }

    /** Its letter in the field's notation. */
    public String letter() {
        return letter;
    }
}
