// What happens to the text of one file once its settings are known: linting, repair, the outcome. This module loads the
// rules, so a run that the cache answers never imports it.
import { type Decoded, decode } from '../adapters/decode.ts';
import {
  type ByteFacts,
  collectCorpus,
  createLinter,
  createSourceText,
  detectFormat,
  type Fault,
  type Finding,
  type Format,
  type FrontMatterReader,
  findFrontMatter,
  fixAll,
  type Linter,
  type LintResult,
  type Safety,
  type SchemaChecker,
  type Settings,
  type SourceText,
} from '../core/index.ts';
import { replaceFile } from './atomicWrite.ts';
import { encodeUtf8 } from './encodeUtf8.ts';
import { writeFailure } from './failures.ts';
import { openingOf, renderFindings } from './findings.ts';
import type { FileSystem } from './host.ts';
import { sayIn } from './messages.ts';
import { judgeRecoding, RECODING_RULE, UTF8 } from './recoding.ts';
import {
  fatalMessage,
  fileReport,
  type Message,
  type Outcome,
  type Rendered,
  withMessages,
} from './report.ts';
import type { SessionOptions } from './sessionOptions.ts';

/** Never rejects. `extra` goes into the outcome as it is. */
export interface DocumentLinter {
  /** With `isOnDisk` a repair is written to the file of that path. */
  lintBytes(
    path: string,
    bytes: Uint8Array,
    settings: Settings,
    isOnDisk: boolean,
    extra: Partial<Outcome>,
  ): Promise<Outcome>;
  /** A text that never was bytes. */
  lintText(
    id: string,
    text: string,
    format: Format | undefined,
    settings: Settings,
    extra: Partial<Outcome>,
  ): Promise<Outcome>;
}

export function createDocumentLinter(fs: FileSystem, options: SessionOptions): DocumentLinter {
  const say = sayIn(options.locale);
  const linters = new Map<Settings, Linter>();
  let reader: FrontMatterReader | undefined;
  let checker: SchemaChecker | undefined;
  const ports = {
    get frontMatter(): FrontMatterReader | undefined {
      return reader;
    },
    get schema(): SchemaChecker | undefined {
      return checker;
    },
  };
  const linterOf = (settings: Settings): Linter => {
    let linter = linters.get(settings);
    if (!linter) {
      linter = createLinter({ settings, ports });
      linters.set(settings, linter);
    }
    return linter;
  };

  /** The source, with the parsers loaded that its front matter needs: they cost more than a small file. */
  async function prepare(
    id: string,
    text: string,
    settings: Settings,
    given: { readonly format?: Format | undefined; readonly codes?: Uint16Array | undefined },
  ): Promise<SourceText> {
    const frontMatter = findFrontMatter(text);
    if (frontMatter || (options.fix !== undefined && MAY_GET_FRONT_MATTER.test(text))) {
      const { loadFrontMatterReader } = await import('../adapters/loadFrontMatter.ts');
      reader = await loadFrontMatterReader(text, frontMatter, options.fix !== undefined);
      if (!checker && (settings.expectations.frontMatterSchema !== undefined || text.includes('$schema')))
        checker = (await import('../adapters/schemaFiles.ts')).localSchemaChecker(file => fs.readFile(file));
    }
    const format = given.format ?? detectFormat(id, text, frontMatter);
    return createSourceText(id, format, text, given.codes, frontMatter);
  }

  async function lintBytes(
    path: string,
    bytes: Uint8Array,
    settings: Settings,
    isOnDisk: boolean,
    extra: Partial<Outcome>,
  ): Promise<Outcome> {
    const decoded = await decode(bytes, { encoding: options.encoding });
    if (options.fix === undefined) return lintDecoded(path, decoded, bytes.length, settings, extra);
    const { text, codes, facts } = decoded;
    const source = await prepare(path, text, settings, { codes });
    return repair(source, linterOf(settings), bytes, facts, options.fix, isOnDisk, extra);
  }

  // Holds no bytes: while it waits those of a giant file are let go.
  async function lintDecoded(
    path: string,
    { text, codes, facts }: Decoded,
    size: number,
    settings: Settings,
    extra: Partial<Outcome>,
  ): Promise<Outcome> {
    const source = await prepare(path, text, settings, { codes });
    const linter = linterOf(settings);
    const result = linter.lint(source, facts);
    return outcome(path, linter, result, result.faults, size, extra);
  }

  async function lintText(
    id: string,
    text: string,
    format: Format | undefined,
    settings: Settings,
    extra: Partial<Outcome>,
  ): Promise<Outcome> {
    const source = await prepare(id, text, settings, { format });
    const linter = linterOf(settings);
    if (options.fix !== undefined)
      return repair(source, linter, NO_BYTES, undefined, options.fix, false, extra);
    const result = linter.lint(source);
    return outcome(id, linter, result, result.faults, 0, extra);
  }

  async function repair(
    source: SourceText,
    linter: Linter,
    bytes: Uint8Array,
    facts: ByteFacts | undefined,
    safety: Safety,
    isOnDisk: boolean,
    extra: Partial<Outcome>,
  ): Promise<Outcome> {
    const path = source.id;
    // A pipe is no file: what comes out of it is UTF-8 anyway.
    const asked = isOnDisk ? safety : 'unsafe';
    const recoding = facts
      ? await judgeRecoding(bytes, facts, { ...options, linter, safety: asked })
      : 'none';
    if (recoding === 'refused' || recoding === 'lossy') {
      const result = linter.lint(source, facts);
      const reason = recoding === 'lossy' ? 'notLossless' : 'notUtf8';
      const notes =
        options.write || !isOnDisk ? [`${path}: ${say(reason, { encoding: facts?.encoding ?? '' })}`] : [];
      return outcome(path, linter, result, result.faults, bytes.length, { ...extra, notes });
    }
    const recodes = recoding === 'proven';
    const read = recodes ? UTF8 : facts;
    const fixed = fixAll(linter, source, { safety, bytes: read });
    const applied = Object.fromEntries(fixed.applied);
    if (recodes) applied[RECODING_RULE] = 1;
    const hasBom = read?.hasBom === true;
    const dropsBom = hasBom && fixed.result.findings.some(f => f.ruleId === 'encoding/bom');
    if (dropsBom) applied['encoding/bom'] = 1;
    const result = dropsBom
      ? { ...fixed.result, findings: fixed.result.findings.filter(f => f.ruleId !== 'encoding/bom') }
      : fixed.result;
    const changes = fixed.text !== source.text || dropsBom || recodes;
    const change = changes ? { before: source.text, after: fixed.text } : undefined;
    if (change && options.write && isOnDisk) {
      const written = encodeUtf8(fixed.text, hasBom && !dropsBom);
      try {
        replaceFile(fs, path, bytes, written);
      } catch (error) {
        const before = linter.lint(source, facts);
        const failed = outcome(path, linter, before, before.faults, bytes.length, extra);
        return withMessage(failed, fatalMessage(writeFailure(error, say)));
      }
    }
    return outcome(path, linter, result, fixed.faults, bytes.length, {
      ...extra,
      ...(change ? { applied } : {}),
      ...(change && !(options.write && isOnDisk) ? { change } : {}),
    });
  }

  function outcome(
    path: string,
    linter: Linter,
    result: LintResult,
    found: readonly Fault[],
    bytes: number,
    extra: Partial<Outcome>,
  ): Outcome {
    const faults: Fault[] = [...found];
    const fail = (fault: Fault): void => {
      if (!faults.some(({ ruleId }) => ruleId === fault.ruleId)) faults.push(fault);
    };
    const render = (findings: readonly Finding[]): Rendered =>
      renderFindings(linter, { doc: result.doc, findings }, options.locale, options.detail, fail);
    const collected = collectCorpus(linter, result, faults);
    const ifUnused = result.corpusSilences?.map(silence => render(silence.ifUnused)) ?? [];
    const { messages, excerpts, fingerprints, byteColumns } = render(result.findings);
    const crashes = faults.map(fault =>
      fatalMessage(say('ruleCrashed', { rule: fault.ruleId ?? '–', detail: fault.message })),
    );
    const report = fileReport(path, crashes.length > 0 ? [...messages, ...crashes] : messages);
    // Nothing is defined after a spread: V8 does that property by property, at a microsecond each.
    const complete: Outcome = {
      report,
      bytes,
      ...extra,
      ...(excerpts ? { excerpts } : {}),
      ...(fingerprints ? { fingerprints } : {}),
      ...(byteColumns ? { byteColumns } : {}),
    };
    // A document that no corpus rule keeps anything of is judged to the end.
    if (!collected) return ifUnused.reduce(withMessages, complete);
    const opening = openingOf(result.doc.text);
    return {
      ...complete,
      collected: { ...collected, opening, ...(ifUnused.length > 0 ? { ifUnused } : {}) },
    };
  }

  return { lintBytes, lintText };
}

const NO_BYTES = new Uint8Array(0);

/** A repair may make front matter of what opens as such: a fence, or a brace, after anything blank. */
const MAY_GET_FRONT_MATTER = /^[\s\ufeff]*(?:---|\+\+\+|;;;|\{)/;

function withMessage(outcome: Outcome, message: Message): Outcome {
  return { ...outcome, report: fileReport(outcome.report.filePath, [...outcome.report.messages, message]) };
}
