// What a program needs of the core before there is a text to lint: languages, settings, what rules are called. The
// other entry, index.ts, brings the rules with it.
export { parseUserWord } from './convert/userWords.ts';
export { DEFAULT_SETTINGS, groupOf, names, PRESETS } from './engine/settings.ts';
export { SlowPatternError, termPattern } from './engine/terms.ts';
export { ruleHeads } from './rule/catalogue.ts';
export { localized } from './rule/localized.ts';
export { fillIn } from './rule/messageText.ts';
export { LOCALES } from './rule/types.ts';
export { isReportName } from './scan/reportNames.ts';
export { nearest } from './text/editDistance.ts';
