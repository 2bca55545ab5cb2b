// The dictionaries as a script of its own, which the worker imports when the first conversion is asked for.
import { loadConverter } from '../adapters/lexicon.ts';

export interface LexiconScope {
  corpusLintLexicon?: { readonly loadConverter: typeof loadConverter };
}

(globalThis as LexiconScope).corpusLintLexicon = { loadConverter };
