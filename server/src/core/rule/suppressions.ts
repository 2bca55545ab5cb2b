// Suppression comments in Markdown and HTML (plain text has no comments: there, configuration speaks):
//   <!-- corpus-lint-disable-next-line script/mixed-han, number/* -- why -->
//   <!-- corpus-lint-disable … --> … <!-- corpus-lint-enable … -->     <!-- corpus-lint-disable-file … -->
// Without a rule name a comment speaks of all rules. What corpus rules find stands at the beginning of a document, so
// "disable-file" silences it; whether it did is known only when the whole corpus has been read.
import type { Document } from '../document/document.ts';
import { RegionKind } from '../scan/regionKind.ts';
import type { RegionList } from '../scan/regions.ts';
import type { Span } from '../text/span.ts';
import type { Finding, SuppressionFacts } from './types.ts';

interface Directive {
  /** A rule id, `group/*` or `*`. */
  readonly pattern: string;
  /** Where the name stands, for reports; the whole comment for `*`. */
  readonly start: number;
  readonly end: number;
  /** The range it silences: findings that start in it. */
  readonly from: number;
  to: number;
  used: boolean;
}

export interface Suppressions {
  apply(findings: readonly Finding[]): Finding[];
  facts(): SuppressionFacts;
  /** The directives that silence what corpus rules say of the document, once `apply` has run. */
  forCorpus(): readonly CorpusDirective[];
}

export interface CorpusDirective extends Span {
  readonly pattern: string;
  /** True where it has silenced nothing so far. */
  readonly isIdle: boolean;
}

const COMMENT =
  /^<!--\s*corpus-lint-(disable-next-line|disable-line|disable-file|disable|enable)\b([\s\S]*?)-->$/;

/** What comments name, as a linter knows it. A pattern is a rule id, an alias, `group/*` or `*`. */
export interface NamedRules {
  isRule(pattern: string): boolean;
  /** The id of a rule that is named by an alias; any other pattern as it is. */
  canonical(pattern: string): string;
  /** Whether a rule of this name ran, so that silence about it means something. */
  hasRun(pattern: string): boolean;
  /** Whether a corpus rule of this name will conclude later. */
  concludesLater(pattern: string): boolean;
}

/** The suppression comments of a document; undefined where there are none. */
export function readSuppressions(doc: Document, rules: NamedRules): Suppressions | undefined {
  if (doc.format === 'text' || !doc.text.includes('<!--')) return undefined;
  const { directives, unknown } = readDirectives(doc, rules);
  if (directives.length === 0 && unknown.length === 0) return undefined;
  const isForCorpus = (d: Directive): boolean => d.from === 0 && rules.concludesLater(d.pattern);
  return {
    apply: findings => notSilenced(findings, directives),
    facts: () => ({
      unused: directives
        .filter(d => !d.used && !isForCorpus(d) && rules.hasRun(d.pattern))
        .map(({ start, end, pattern }) => ({ start, end, ruleId: pattern })),
      unknown,
    }),
    forCorpus: () =>
      directives
        .filter(isForCorpus)
        .map(({ pattern, start, end, used }) => ({ pattern, start, end, isIdle: !used })),
  };
}

function readDirectives(
  doc: Document,
  { isRule, canonical }: NamedRules,
): { directives: Directive[]; unknown: SuppressionFacts['unknown'] } {
  const directives: Directive[] = [];
  const unknown: { start: number; end: number; ruleId: string }[] = [];
  let open: Directive[] = [];
  for (const comment of comments(doc.regions, doc.text)) {
    const read = readComment(doc.text, comment);
    if (!read) continue;
    const { verb } = read;
    for (const { pattern: name, start, end } of read.names) {
      const pattern = canonical(name);
      if (name !== '*' && !isRule(name)) unknown.push({ start, end, ruleId: name });
      else if (verb === 'enable') open = closeDirectives(open, pattern, comment.start);
      else {
        const directive = { pattern, start, end, ...scope(doc, verb, comment), used: false };
        directives.push(directive);
        if (verb === 'disable') open.push(directive);
      }
    }
  }
  return { directives, unknown };
}

// One sweep over both lists in text order; only the directives in force at a finding are looked at.
function notSilenced(findings: readonly Finding[], directives: readonly Directive[]): Finding[] {
  const waiting = [...directives].sort((a, b) => a.from - b.from);
  let next = 0;
  let inForce: Directive[] = [];
  return [...findings]
    .sort((a, b) => a.start - b.start)
    .filter(finding => {
      while (next < waiting.length && waiting[next]!.from <= finding.start) inForce.push(waiting[next++]!);
      if (inForce.some(d => d.to <= finding.start)) inForce = inForce.filter(d => d.to > finding.start);
      const directive = inForce.find(d => silences(d.pattern, finding.ruleId));
      if (directive) directive.used = true;
      return !directive;
    });
}

// Comments that touch are one region.
function* comments(regions: RegionList, text: string): Generator<Span> {
  for (let r = 0; r < regions.count; r++) {
    if (regions.kinds[r] !== RegionKind.Comment) continue;
    const end = regions.endOf(r);
    for (let start = regions.starts[r]!; start < end; ) {
      const close = text.indexOf('-->', start);
      const stop = close < 0 ? end : Math.min(close + 3, end);
      yield { start, end: stop };
      start = stop;
    }
  }
}

interface Name extends Span {
  readonly pattern: string;
}

/** UTF-16 code units; a longer comment is none of ours. */
const LONGEST_COMMENT = 2000;

function readComment(text: string, { start, end }: Span): { verb: string; names: Name[] } | undefined {
  const match = end - start < LONGEST_COMMENT ? COMMENT.exec(text.slice(start, end)) : null;
  if (!match) return undefined;
  const [comment, verb = '', list = ''] = match;
  const names = namesIn(list, start + comment.indexOf(list, 4 + verb.length));
  return { verb, names: names.length > 0 ? names : [{ pattern: '*', start, end }] };
}

/** The names of a list that begins at `offset`, up to the reason behind `--`. */
function namesIn(list: string, offset: number): Name[] {
  const reason = list.search(/\s--(?:\s|$)/);
  const names = reason < 0 ? list : list.slice(0, reason);
  return Array.from(names.matchAll(/[^\s,，、]+/g), ({ 0: pattern, index }) => ({
    pattern,
    start: offset + index,
    end: offset + index + pattern.length,
  }));
}

/** Whether a directive for `pattern` (a rule id, `group/*` or `*`) speaks of the rule. */
export const silences = (pattern: string, ruleId: string): boolean =>
  pattern === '*' ||
  pattern === ruleId ||
  (pattern.endsWith('/*') && ruleId.startsWith(pattern.slice(0, -1)));

function scope(doc: Document, verb: string, { start, end }: Span): { from: number; to: number } {
  const { lines } = doc.source;
  const lineStart = (line: number): number => lines.starts[line] ?? doc.text.length + 1;
  switch (verb) {
    case 'disable-file':
      return { from: 0, to: doc.text.length + 1 };
    case 'disable-line':
      return { from: lineStart(lines.lineAt(start)), to: lineStart(lines.lineAt(start) + 1) };
    case 'disable-next-line': {
      // The next line that is not blank, as a blank line often follows a comment in Markdown.
      let line = lines.lineAt(end) + 1;
      while (line < lines.starts.length && doc.text.slice(lineStart(line), lineStart(line + 1)).trim() === '')
        line++;
      return { from: lineStart(line), to: lineStart(line + 1) };
    }
    default:
      return { from: end, to: doc.text.length + 1 };
  }
}

// Ends the open directives that an "enable" speaks of; returns those that stay open.
function closeDirectives(open: readonly Directive[], pattern: string, at: number): Directive[] {
  return open.filter(directive => {
    if (pattern !== '*' && pattern !== directive.pattern) return true;
    directive.to = at;
    return false;
  });
}
