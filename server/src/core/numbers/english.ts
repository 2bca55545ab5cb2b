// How an English speaker says a number: short scale, without "and".
import { type Exact, isInteger, toFiniteDecimal } from './exact.ts';

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SCALES = ['', ' thousand', ' million', ' billion', ' trillion'];

/** Undefined beyond 10^15 and for decimals that do not end within six places. */
export function readEnglish(value: Exact): string | undefined {
  if (value.num < 0n) {
    const rest = readEnglish({ num: -value.num, den: value.den });
    return rest === undefined ? undefined : `minus ${rest}`;
  }
  if (isInteger(value)) return value.num < 10n ** 15n ? whole(value.num) : undefined;
  const decimal = toFiniteDecimal(value);
  if (decimal === undefined) return undefined;
  const [head, tail] = decimal.split('.') as [string, string];
  if (tail.length > 6 || head.length > 15) return undefined;
  return `${whole(BigInt(head))} point ${[...tail].map(digit => SMALL[Number(digit)]!).join(' ')}`;
}

function whole(value: bigint): string {
  if (value < 1000n) return below1000(Number(value));
  const parts: string[] = [];
  let rest = value;
  for (let scale = 0; rest > 0n; scale++, rest /= 1000n) {
    const part = Number(rest % 1000n);
    if (part > 0) parts.unshift(below1000(part) + SCALES[scale]!);
  }
  return parts.join(' ');
}

function below1000(value: number): string {
  const hundreds = Math.floor(value / 100);
  const rest = value % 100;
  const small =
    rest < 20
      ? SMALL[rest]!
      : TENS[Math.floor(rest / 10) - 2]! + (rest % 10 === 0 ? '' : `-${SMALL[rest % 10]!}`);
  if (hundreds === 0) return small;
  return `${SMALL[hundreds]} hundred${rest === 0 ? '' : ` ${small}`}`;
}
