package io.quartermaster.domain.text;

import java.util.List;
import java.util.Locale;

/**
 * What a customer may praise or blame. Its words in English, Portuguese and Chinese; one that ends
 * in a star stands for all that begin so.
 */
public enum Aspect {
    QUALITY(
            "quality broke* broken defect* damage* scratch* torn tear* material* fabric durab* sturdy flimsy fake "
                    + "qualidade quebr* defeit* danific* rasg* tecido material* falso original* "
                    + "质量 品质 做工 材质 面料 坏了 破损 瑕疵 掉色 正品 假货 新鲜 烂了"),
    PRICE(
            "price* priced cheap* expensive cost* worth value money overpriced discount* "
                    + "preço* preco* barat* caro cara caros caras custo custos custou valor desconto* "
                    + "价格 价钱 便宜 太贵 很贵 贵了 性价比 实惠 划算 降价 优惠"),
    DELIVERY(
            "deliver* shipping shipped shipment* courier* parcel* package* arriv* late delay* tracking dispatch* "
                    + "entreg* chegou chegar chegaram atras* prazo frete correio* transportadora rastre* "
                    + "快递 物流 发货 送货 配送 到货 包装 运费 收到货"),
    SERVICE(
            "service support staff rude polite helpful agent* seller* reply replied answer* refund* return* warranty "
                    + "atendimento suporte vendedor* resposta respond* reembolso devol* troca garantia loja "
                    + "服务 客服 态度 售后 卖家 店家 退货 退款 换货 回复");

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
    private final List<String> words;

    Aspect(String words) {
        this.words = List.of(words.split(" ", -1));
    }

    /** Lower-case name. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether a clause speaks of it.
     *
     * @param clause in lower case
     * @param clauseWords its words
     */
    boolean isIn(String clause, List<String> clauseWords) {
        for (String word : words) {
            boolean found =
                    word.charAt(0) >= '\u2E80'
                            ? clause.contains(word)
                            : clauseWords.stream().anyMatch(said -> matches(word, said));
            if (found) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String word, String said) {
        int last = word.length() - 1;
        return word.charAt(last) == '*' ? said.regionMatches(0, word, 0, last) : said.equals(word);
    }
}
