// How well broken paragraphs are found: clean paragraphs are broken the way newspapers, PDF files and terminals break
// them, then linted and joined again.
//   node --import tsx test/bench/structure.ts FOLDER…      plain text files, one paragraph on a line; [--seed N] [--show N]
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { applyEdits, createDocument, createSourceText, joinAllEdits } from '../../server/src/core/index.ts';

const args = process.argv.slice(2);
const option = (name: string, fallback: number): number => {
  const at = args.indexOf(name);
  return at < 0 ? fallback : Number(args.splice(at, 2)[1]);
};
const seed = option('--seed', 1);
const show = option('--show', 0);
const folders = args.length > 0 ? args : [path.resolve(import.meta.dirname, '../fixtures/documents/prose')];

const MOST = 6000;
let state = seed;
function random(): number {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 0x100000000;
}
const between = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1));

interface Broken {
  readonly text: string;
  /** Offsets of the first character after each break. */
  readonly breaks: ReadonlySet<number>;
}

const STOPS = '。！？；…：”』」';
const isWide = (c: string): boolean => c > '\u2e80' || '“”‘’—…·'.includes(c);
const widthOf = (line: string): number => [...line].reduce((sum, c) => sum + (isWide(c) ? 2 : 1), 0);

/** Newspaper columns: a blank line inside a sentence, every four or five lines of the column. */
function newspaper(paragraphs: readonly string[]): Broken {
  return build(paragraphs, '\n\n', '\n\n', p => {
    const column = between(60, 120);
    const cuts: number[] = [];
    for (let at = column; at < p.length - 6; at += column + between(-3, 3)) {
      let cut = at;
      while (cut < p.length && (STOPS.includes(p[cut - 1]!) || isInToken(p, cut))) cut++;
      if (cut < p.length - 3) cuts.push(cut);
    }
    return cuts;
  });
}

/** Text from a PDF: 26 characters a line, no blank line, paragraphs set in or not. */
function pdf(paragraphs: readonly string[]): Broken {
  const indent = random() < 0.5 ? '　　' : '';
  return build(
    paragraphs.map(p => indent + p),
    '\n',
    indent === '' && random() < 0.5 ? '\n\n' : '\n',
    p => {
      const cuts: number[] = [];
      for (let at = 26; at < p.length; at += 26) {
        let cut = at;
        while (cut < p.length && '，。、；：！？）》」”'.includes(p[cut]!)) cut++;
        if (cut < p.length) cuts.push(cut);
        at = cut;
      }
      return cuts;
    },
  );
}

/** Text wrapped at 78 columns, words kept whole, paragraphs apart by a blank line. */
function terminal(paragraphs: readonly string[]): Broken {
  return build(paragraphs, '\n', '\n\n', p => {
    const cuts: number[] = [];
    let start = 0;
    while (widthOf(p.slice(start)) > 78) {
      let end = start;
      for (let width = 0; end < p.length; end++) {
        width += isWide(p[end]!) ? 2 : 1;
        if (width > 78) break;
      }
      while (end > start + 8 && (isInToken(p, end) || '，。、；：！？）》」”'.includes(p[end]!))) end--;
      cuts.push(end);
      start = end;
    }
    return cuts;
  });
}

const isInToken = (p: string, at: number): boolean => /[!-~]/.test(p[at - 1]!) && /[!-~]/.test(p[at] ?? ' ');

function build(
  paragraphs: readonly string[],
  inside: string,
  apart: string,
  cutsOf: (paragraph: string) => readonly number[],
): Broken {
  let text = '';
  const breaks = new Set<number>();
  for (const paragraph of paragraphs) {
    let from = 0;
    for (const cut of cutsOf(paragraph)) {
      text += paragraph.slice(from, cut).trimEnd() + inside;
      from = cut;
      while (paragraph[from] === ' ') from++;
      breaks.add(text.length);
    }
    text += paragraph.slice(from) + apart;
  }
  return { text, breaks };
}

/** What is left where an extractor dropped code: a space between Han, empty quotation marks. */
const GAP = /[^\x20-\x7e] [^\x20-\x7e]|[“「][”」]|""|\(\)|（）/;

function* paragraphsIn(target: string): Generator<string> {
  if (statSync(target).isDirectory()) {
    for (const name of readdirSync(target).sort()) yield* paragraphsIn(path.join(target, name));
    return;
  }
  if (!/\.(?:txt|md)$/.test(target)) return;
  for (const line of readFileSync(target, 'utf8').split('\n')) {
    const p = line.trim().replace(/\s+/g, ' ');
    const han = p.match(/[\u3400-\u9fff]/g)?.length ?? 0;
    if (
      han >= 40 &&
      han > p.length * 0.7 &&
      /[。！？]$/.test(p) &&
      /^[\u3400-\u9fff“「《]/.test(p) &&
      !GAP.test(p)
    )
      yield p;
  }
}

const paragraphs = [...new Set(folders.flatMap(folder => [...paragraphsIn(folder)]))];
for (let i = paragraphs.length - 1; i > 0; i--) {
  const j = Math.floor(random() * (i + 1));
  [paragraphs[i], paragraphs[j]] = [paragraphs[j]!, paragraphs[i]!];
}
console.log(`seed ${seed}; ${paragraphs.length} paragraphs`);
for (const make of [newspaper, pdf, terminal]) {
  let expected = 0;
  let found = 0;
  let right = 0;
  let whole = 0;
  let equal = 0;
  let shown = 0;
  for (let from = 0; from + 8 <= paragraphs.length && expected < MOST; from += 8) {
    // Newspaper paragraphs are long; documentation has short ones, so three make one.
    const eight = paragraphs.slice(from, from + 8);
    const chosen =
      make === newspaper
        ? [eight.slice(0, 3).join(''), eight.slice(3, 6).join(''), eight.slice(6).join('')]
        : eight;
    const { text, breaks } = make(chosen);
    const { doc } = createDocument(createSourceText('bench', 'text', text));
    const edits = joinAllEdits(doc);
    const ends = new Set(edits.map(edit => edit.end));
    expected += breaks.size;
    found += edits.length;
    for (const end of ends) {
      if (breaks.has(end)) right++;
      else if (shown++ < show) console.log('false ', JSON.stringify(text.slice(end - 30, end + 20)));
    }
    for (const at of breaks) {
      if (!ends.has(at) && shown++ < show)
        console.log('missed', JSON.stringify(text.slice(Math.max(0, at - 90), at + 30)));
    }
    const joined = new Set(
      applyEdits(text, edits)
        .split('\n')
        .map(line => line.trim()),
    );
    for (const p of chosen) {
      whole++;
      if (joined.has(p)) equal++;
      else if (shown++ < show) {
        const near = [...joined].find(line => line.slice(0, 20) === p.slice(0, 20)) ?? '';
        let i = 0;
        while (near[i] === p[i] && i < p.length) i++;
        console.log(
          'unequal',
          JSON.stringify(p.slice(Math.max(0, i - 20), i + 20)),
          JSON.stringify(near.slice(Math.max(0, i - 20), i + 20)),
        );
      }
    }
  }
  const percent = (a: number, b: number): string => `${((100 * a) / Math.max(1, b)).toFixed(2)} %`;
  console.log(
    `${make.name.padEnd(10)} breaks ${expected}  recall ${percent(right, expected)}  precision ${percent(right, found)}  paragraphs equal ${percent(equal, whole)} of ${whole}`,
  );
}
