/**
 * What to order. Receives forecasts, stock and terms; hands on plan lines with their reason, and
 * purchase orders.
 *
 * <p>A group of items is planned by {@link
 * io.quartermaster.domain.replenishment.selection.PlanSelection}: whole orders, and a bound that
 * proves how far their cost is from the least. Small groups get first prices and a first plan from
 * a linear programme in the field's plain form, min c'x + s'y, Ax + By = d, 0 &lt;= x &lt;= u, 0
 * &lt;= y &lt;= v. {@link io.quartermaster.domain.replenishment.PlanProgramme} writes it; i is an
 * item at a place, t a day, L the lead time of the terms that hold on the order day:
 *
 * <table>
 * <caption>Symbols and the model's rows and columns</caption>
 * <tr><th>symbol</th><th>is</th><th>in the model</th></tr>
 * <tr><td>x</td><td>orders</td><td>units of i ordered on order day t that arrive by the horizon's
 * end; then demand of i lost on day t; then what is left of each pool's capacity of day t</td></tr>
 * <tr><td>c</td><td>cost of x</td><td>unit cost at the lowest price tier + order cost / largest order;
 * lost sale cost; 0</td></tr>
 * <tr><td>u</td><td>limit of x</td><td>largest order; demand of the day;
 * none</td></tr>
 * <tr><td>y</td><td>stock</td><td>stock of i at the end of day t, in segments (below the safety
 * stock and the end stock, above them); then what is left of each place's volume of day t</td></tr>
 * <tr><td>s</td><td>cost of y</td><td>holding cost - shortfall cost saved in that segment; 0</td></tr>
 * <tr><td>v</td><td>limit of y</td><td>the segment's width, in all the largest stock; none</td></tr>
 * <tr><td>A</td><td>what arrives</td><td>balance row (i, t): 1 for the order of day t - L, 1 for
 * lost demand; capacity row (pool, t): 1 for each of its orders and for what is left</td></tr>
 * <tr><td>B</td><td>stock carried and used</td><td>balance row (i, t): 1 for each segment of day t
 * - 1, -1 for each of day t; volume row (place, t): unit volume for each segment, 1 for what is
 * left</td></tr>
 * <tr><td>d</td><td>demand</td><td>balance row: expected demand - what earlier orders bring - (on
 * day 0) stock on hand; capacity row: capacity; volume row: volume</td></tr>
 * </table>
 *
 * <p>Its orders are repaired to packs and smallest orders ({@link
 * io.quartermaster.domain.replenishment.PackRepair}). Every plan is audited ({@link
 * io.quartermaster.domain.replenishment.PlanAudit}). Costs are those of {@link
 * io.quartermaster.domain.replenishment.PlanCost}; the safety stock's shortfall cost is the
 * newsvendor's ({@link io.quartermaster.domain.replenishment.policy.Newsvendor#shortfallCost}).
 */
package io.quartermaster.domain.replenishment;
