// How the thresholds of encoding/mojibake were chosen: for each gain and mean gain a span must have, the share of
// damaged spans that reach it (recall) and the clean stretches that reach it too (each one would be a false alarm).
//   node --import tsx test/bench/encodingThresholds.ts DIR…      the tuning half of the text only
import { PAIRS, type Pair } from '../../server/src/core/encoding/pairs.ts';
import { readAgain } from '../../server/src/core/encoding/readAgain.ts';
import { findSuspects } from '../../server/src/core/encoding/suspicion.ts';
import type { Reread } from '../../server/src/core/encoding/weight.ts';
import { misread, survives } from '../support/encodingDamage.ts';
import { glossed, readCorpus } from './encodingText.ts';
import { printShiftThresholds } from './shiftThresholds.ts';

const SPANS = 400;
const GAINS = [6, 9, 12, 15, 18, 24];
const MEANS = [1, 2.2, 3, 4, 5];
const { traditional, simplified } = readCorpus(process.argv.slice(2), 'tuning');
const texts = [...traditional, ...simplified];
const characters = texts.reduce((sum, text) => sum + text.length, 0);
const isBlind = ({ was, readAs }: Pair): boolean => was !== 'UTF-8' && readAs !== 'Windows-1252';

for (const [name, pairs] of [
  ['pairs with a structure', PAIRS.filter(pair => !isBlind(pair))],
  ['one double-byte table for another', PAIRS.filter(isBlind)],
] as const) {
  const damaged: Reread[] = [];
  let spans = 0;
  for (const pair of pairs) {
    let own = 0;
    for (let i = 0; i < texts.length && own < SPANS; i++) {
      const text = texts[(i * 37) % texts.length]!;
      const start = (i * 31) % Math.max(1, text.length - 20);
      const span = text.slice(start, start + 4 + (i % 15));
      if (!/^[\p{Script=Han}，。、]+$/u.test(span) || !survives(span, pair)) continue;
      own++;
      const image = misread(span, pair);
      const whole = text.slice(0, start) + image + text.slice(start + span.length);
      const found = readAgain(whole, 0, whole.length, pair);
      damaged.push(...found.filter(f => f.start < start + image.length && f.end > start).slice(0, 1));
    }
    spans += own;
  }
  const clean = texts.flatMap(text =>
    findSuspects(text).flatMap(({ start, end }) => pairs.flatMap(pair => readAgain(text, start, end, pair))),
  );
  console.log(`\n${name}: ${spans} damaged spans, ${characters} clean characters`);
  console.log(`gain  mean  recall %  reached by clean text`);
  for (const gain of GAINS)
    for (const mean of MEANS) {
      const reaches = (f: Reread): boolean =>
        f.gain >= gain &&
        f.gain >= f.text.length * mean &&
        f.text.length - f.guessed > (pairs.some(isBlind) ? 2 : 1);
      const recall = (100 * damaged.filter(reaches).length) / spans;
      console.log(
        `${String(gain).padEnd(5)} ${String(mean).padEnd(5)} ${recall.toFixed(1).padEnd(9)} ${clean.filter(reaches).length}`,
      );
    }
}

printShiftThresholds(traditional, simplified, glossed(34));
