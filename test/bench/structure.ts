// How well broken paragraphs are found: clean paragraphs are broken the way newspapers, PDF files and terminals break
// them, then linted and joined again.
//   node --import tsx test/bench/structure.ts FOLDER…      plain text files, one paragraph on a line; [--seed N] [--show N]
// The files are halved by a hash of their names. Rules are tuned on the first half only (--show prints what fails in it
// and never what fails in the other); the second half and news texts of our own are held out, and theirs are the
// numbers that count. Where a page shows neither indentation nor blank lines, a full line that ends with a sentence
// does not tell whether its paragraph goes on; equality is given for all paragraphs and for those that such a line
// spares.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { applyEdits, createDocument, createSourceText, joinAllEdits } from '../../server/src/core/index.ts';
import { newsReports } from '../support/news.ts';

const args = process.argv.slice(2);
const option = (name: string, fallback: number): number => {
  const at = args.indexOf(name);
  return at < 0 ? fallback : Number(args.splice(at, 2)[1]);
};
const seed = option('--seed', 1);
const show = option('--show', 0);
const folders = args.length > 0 ? args : [path.resolve(import.meta.dirname, '../fixtures/documents/prose')];

const MOST = 6000;
let state = 0;
function random(): number {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 0x100000000;
}
const between = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1));

interface Broken {
  readonly text: string;
  /** Offsets of the first character after each break. */
  readonly breaks: ReadonlySet<number>;
  /** For each paragraph, whether the page tells where it begins and ends. */
  readonly decidable: readonly boolean[];
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

type Layout = 'set in' | 'apart' | 'indent lost' | 'run together';

/** Text from a PDF: 26 characters a line, no blank line inside a paragraph. */
const pdf = (layout: Layout) => (paragraphs: readonly string[]) =>
  build(
    paragraphs.map(p => (layout === 'set in' ? `　　${p}` : p)),
    '\n',
    layout === 'apart' ? '\n\n' : '\n',
    p => {
      const cuts: number[] = [];
      for (let at = layout === 'indent lost' ? 24 : 26; at < p.length; at += 26) {
        let cut = at;
        while (cut < p.length && '，。、；：！？）》」”'.includes(p[cut]!)) cut++;
        if (cut < p.length) cuts.push(cut);
        at = cut;
      }
      return cuts;
    },
    { 'set in': undefined, apart: undefined, 'indent lost': toldByFirstLine, 'run together': toldByLength }[
      layout
    ],
  );

/** Whether the page tells if a paragraph ends between two lines. */
type Tells = (line: string, isFirst: boolean, next: string) => boolean;

const endsSentence = (line: string): boolean => /[。！？][”」』）)]*$/.test(line);

/** A full line that ends with a sentence may be the last one or not: there is no other sign on such a page. */
const toldByLength: Tells = line => line.length < 26 || !endsSentence(line);

/** There the next line tells, being two characters short if it is a first one, unless it is a last one too. */
const toldByFirstLine: Tells = (line, isFirst, next) =>
  (line.length < 26 && !(isFirst && line.length >= 24)) ||
  !endsSentence(line) ||
  next.length >= 26 ||
  (next.length >= 23 && !endsSentence(next));

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
  tells: Tells = () => true,
): Broken {
  let text = '';
  const breaks = new Set<number>();
  const decidable = paragraphs.map(() => true);
  let before: readonly string[] = [];
  paragraphs.forEach((paragraph, index) => {
    const lines: string[] = [];
    let from = 0;
    for (const cut of cutsOf(paragraph)) {
      lines.push(paragraph.slice(from, cut).trimEnd());
      text += lines.at(-1)! + inside;
      from = cut;
      while (paragraph[from] === ' ') from++;
      breaks.add(text.length);
    }
    lines.push(paragraph.slice(from));
    text += lines.at(-1)! + apart;
    if (before.length > 0 && !tells(before.at(-1)!, before.length === 1, lines[0]!))
      decidable[index - 1] = decidable[index] = false;
    for (let i = 1; i < lines.length; i++)
      if (!tells(lines[i - 1]!, i === 1, lines[i]!)) decidable[index] = false;
    before = lines;
  });
  return { text, breaks, decidable };
}

/** What is left where an extractor dropped code: a space between Han, empty quotation marks. */
const GAP = /[^\x20-\x7e] [^\x20-\x7e]|[“「][”」]|""|\(\)|（）/;

function* paragraphsOf(text: string): Generator<string> {
  for (const line of text.split('\n')) {
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

function* filesIn(target: string): Generator<string> {
  if (!statSync(target).isDirectory()) yield target;
  else for (const name of readdirSync(target).sort()) yield* filesIn(path.join(target, name));
}

/** True for the half that rules are tuned on: the hash (FNV-1a) of the file's name is even. */
function isForTuning(file: string): boolean {
  let hash = 0x811c9dc5;
  for (const c of path.basename(file)) hash = Math.imul(hash ^ c.charCodeAt(0), 0x01000193);
  return ((hash ^ (hash >>> 16)) & 1) === 0;
}

/** Paragraphs by the folder they come from: one document has one script and one way of setting spaces. */
type Half = Map<string, Set<string>>;
const halves: Readonly<Record<string, Half>> = {
  tuning: new Map(),
  'held out': new Map(),
  'own news, held out': new Map(),
};
const seen = new Set<string>();
function take(half: Half, source: string, text: string): void {
  const set = half.get(source) ?? new Set();
  half.set(source, set);
  for (const p of paragraphsOf(text)) {
    if (seen.has(p)) continue;
    seen.add(p);
    set.add(p);
  }
}
const files = folders.flatMap(folder => [...filesIn(folder)]).filter(file => /\.(?:txt|md)$/.test(file));
// The same paragraph can stand in several files; it is held out only where no file for tuning has it.
for (const file of files)
  if (isForTuning(file)) take(halves.tuning!, path.dirname(file), readFileSync(file, 'utf8'));
for (const file of files)
  if (!isForTuning(file)) take(halves['held out']!, path.dirname(file), readFileSync(file, 'utf8'));
for (const { text } of newsReports(1200, seed, { length: 2400 }))
  take(halves['own news, held out']!, '', text);

/** Documents of eight neighbouring paragraphs, in random order. */
function documentsOf(half: Half): string[][] {
  state = seed;
  const result: string[][] = [];
  for (const set of half.values()) {
    const list = [...set];
    for (let from = 0; from + 8 <= list.length; from += 8) result.push(list.slice(from, from + 8));
  }
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [result[i], result[j]] = [result[j]!, result[i]!];
  }
  return result;
}

const KINDS: Readonly<Record<string, (paragraphs: readonly string[]) => Broken>> = {
  newspaper,
  'PDF, set in': pdf('set in'),
  'PDF, apart': pdf('apart'),
  'PDF, indent lost': pdf('indent lost'),
  'PDF, run together': pdf('run together'),
  terminal,
};
const percent = (a: number, b: number): string => `${((100 * a) / Math.max(1, b)).toFixed(2)} %`;
for (const [name, half] of Object.entries(halves)) {
  const documents = documentsOf(half);
  console.log(`${name}: ${documents.length} documents of eight paragraphs, seed ${seed}`);
  for (const [kind, make] of Object.entries(KINDS))
    measure(kind, make, documents, name === 'tuning' ? show : 0);
}

function measure(
  kind: string,
  make: (paragraphs: readonly string[]) => Broken,
  documents: readonly (readonly string[])[],
  showing: number,
): void {
  let expected = 0;
  let found = 0;
  let right = 0;
  let whole = 0;
  let equal = 0;
  let told = 0;
  let equalTold = 0;
  let shown = 0;
  const print = (...line: unknown[]): void => {
    if (shown++ < showing) console.log(...line);
  };
  for (const eight of documents) {
    if (expected >= MOST) break;
    // Newspaper paragraphs are long; documentation has short ones, so three make one.
    const chosen =
      make === newspaper
        ? [eight.slice(0, 3).join(''), eight.slice(3, 6).join(''), eight.slice(6).join('')]
        : eight;
    const { text, breaks, decidable } = make(chosen);
    const { doc } = createDocument(createSourceText('bench', 'text', text));
    const edits = joinAllEdits(doc);
    const ends = new Set(edits.map(edit => edit.end));
    expected += breaks.size;
    found += edits.length;
    for (const end of ends) {
      if (breaks.has(end)) right++;
      else print('false ', JSON.stringify(text.slice(end - 30, end + 20)));
    }
    for (const at of breaks)
      if (!ends.has(at)) print('missed', JSON.stringify(text.slice(Math.max(0, at - 90), at + 30)));
    const joined = new Set(
      applyEdits(text, edits)
        .split('\n')
        .map(line => line.trim()),
    );
    for (const [index, p] of chosen.entries()) {
      whole++;
      if (decidable[index]) told++;
      if (joined.has(p)) {
        equal++;
        if (decidable[index]) equalTold++;
        continue;
      }
      const near = [...joined].find(line => line.slice(0, 20) === p.slice(0, 20)) ?? '';
      let i = 0;
      while (near[i] === p[i] && i < p.length) i++;
      print(
        'unequal',
        JSON.stringify(p.slice(Math.max(0, i - 20), i + 20)),
        JSON.stringify(near.slice(Math.max(0, i - 20), i + 20)),
      );
    }
  }
  console.log(
    `  ${kind.padEnd(17)} breaks ${expected}  recall ${percent(right, expected)}  precision ${percent(right, found)}  paragraphs equal ${percent(equal, whole)} of ${whole}${told < whole ? `, ${percent(equalTold, told)} of the ${told} that the page tells apart` : ''}`,
  );
}
