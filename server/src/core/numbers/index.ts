export { daysInMonth, weekdayOf } from './calendar.ts';
export { describeQuantity, type QuantityDescription, type QuantityFact } from './describe.ts';
export { display, type Exact, multiply, toFiniteDecimal } from './exact.ts';
export { lexQuantities, literalAt, type NumberLiteral } from './lexer.ts';
export type { LiteralKind } from './literals.ts';
export { NUMBER_STYLES, type NumberStyle, normaliseNumbers, normaliseQuantity } from './normalise.ts';
export { type Quantity, QuantityKind, type QuantityList } from './quantities.ts';
export type { Dimension, Unit, UnitKind } from './units.ts';
export type { CalendarDate } from './values.ts';
