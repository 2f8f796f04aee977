// Languages of a feed, by code of any ISO 639 kind or by name, as the BCP 47 tags the product has (locales/), or others as they are.
import { foldOnce } from './fold-once.js';
import { objectsIn, textIn } from './json-fields.js';
import type { IssueList } from './issue-list.js';
import type { JsonObject } from './read-result.js';

/** Names people use and lists of names do not, and languages without an entry there. */
const names: Readonly<Record<string, string>> = {
  bengali: 'bn',
  bangla: 'bn',
  sylheti: 'syl',
  sylhetti: 'syl',
  panjabi: 'pa',
  punjabi: 'pa',
  farsi: 'fa',
  persian: 'fa',
  dari: 'prs',
  pushto: 'ps',
  pashto: 'ps',
  kurdish: 'ku',
  kurmanji: 'ku',
  sorani: 'ckb',
  'kurdish kurmanji': 'ku',
  'kurdish sorani': 'ckb',
  chinese: 'zh-Hans',
  mandarin: 'zh-Hans',
  'mandarin chinese': 'zh-Hans',
  'simplified chinese': 'zh-Hans',
  'chinese simplified': 'zh-Hans',
  'chinese mandarin': 'zh-Hans',
  cantonese: 'yue',
  'chinese cantonese': 'yue',
  tagalog: 'fil',
  filipino: 'fil',
  twi: 'ak',
  akan: 'ak',
  'brazilian portuguese': 'pt',
  castilian: 'es',
  moldovan: 'ro',
  gaelic: 'gd',
  bsl: 'bfi',
  'british sign language': 'bfi',
  'british sign language bsl': 'bfi',
  'sign language': 'bfi',
  patois: 'jam',
  'jamaican patois': 'jam',
  krio: 'kri',
};
/** Codes whose canonical form is not the product's tag. */
const codes: Readonly<Record<string, string>> = {
  zh: 'zh-Hans',
  cmn: 'zh-Hans',
  prs: 'prs',
  tl: 'fil',
  tgl: 'fil',
  bfi: 'bfi',
  jp: 'ja',
  cz: 'cs',
};
const alphabet = Array.from({ length: 26 }, (_, at) => String.fromCharCode(97 + at));
const codeForm = /^[a-z]{2,3}(?:[-_][a-z]{4})?(?:[-_](?:[a-z]{2}|\d{3}))?$/iu;
const any = /\b(?:all|any|other|many|most|various|multiple|community|\d+) (?:other )?languages?\b|\binterpret|\btranslat/u;
const refusal = /^(?:no|none|not|n\/?a)\b|\bnot? (?:available|provided|offered|possible)\b|\b(?:no|without) (?:interpret|translat)/u;

const displayNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
const byName = new Map(
  alphabet.flatMap(first =>
    alphabet.flatMap(second => {
      const name = displayNames.of(first + second);
      return name === undefined ? [] : [[foldOnce(name), first + second] as const];
    }),
  ),
);

function tagOfCode(raw: string): string | undefined {
  if (!codeForm.test(raw)) return undefined;
  const own = codes[raw.toLowerCase()];
  if (own !== undefined) return own;
  const [tag = ''] = Intl.getCanonicalLocales(raw.replaceAll('_', '-'));
  const { language, script } = new Intl.Locale(tag);
  if (language === 'zh') return script === 'Hant' || /^zh-(?:TW|HK|MO)$/u.test(tag) ? 'zh-Hant' : 'zh-Hans';
  return displayNames.of(language) === undefined ? undefined : (codes[language] ?? language);
}

const wordsRound = /\b(?:language|speakers?|speaking|spoken|interpreters?)\b/gu;

function tidyName(name: string): string {
  return name
    .replace(/[^\p{L}\p{M}\s]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

function tagOfName(raw: string): string | undefined {
  const name = foldOnce(raw);
  const candidates = [tidyName(name), tidyName(name.replace(wordsRound, ''))];
  return candidates.map(each => (Object.hasOwn(names, each) ? names[each] : byName.get(each))).find(tag => tag !== undefined);
}

function readTag(raw: string): string | undefined {
  const whole = tagOfName(raw) ?? tagOfCode(raw.trim());
  return /^en\b/u.test(whole ?? '') || /\benglish\b/iu.test(raw) ? 'en' : whole;
}

/** A feed has few languages and many services. */
const mostKept = 500;
const kept = new Map<string, string | undefined>();

/** The tag of one language by its name or code; `en` for English of any sort. */
export function languageTag(raw: string): string | undefined {
  if (kept.has(raw)) return kept.get(raw);
  if (kept.size >= mostKept) kept.clear();
  const tag = readTag(raw);
  kept.set(raw, tag);
  return tag;
}

/** Languages spoken besides English, and whether interpreters can be had. */
export interface SpokenLanguages {
  readonly languages: readonly string[];
  readonly interpreters: boolean;
}

/** Several languages may stand in one name ("Bengali, Sylheti and Urdu"). */
function tagsOf(language: JsonObject, at: number, issues: IssueList): readonly string[] {
  const written = textIn(language, 'name') || textIn(language, 'code') || textIn(language, 'note');
  const code = textIn(language, 'code');
  const whole = (code === '' ? undefined : languageTag(code)) ?? languageTag(written);
  if (whole !== undefined) return [whole];
  return written
    .split(/\s*(?:[,;/&]|\band\b)\s*/u)
    .filter(part => part !== '' && !any.test(foldOnce(part)))
    .flatMap(part => {
      const tag = languageTag(part);
      if (tag === undefined) issues.warn('unknown-language', `languages[${String(at)}].name`, part);
      return tag ?? [];
    });
}

/** Whether a text offers interpreters. */
function offersInterpreters(row: JsonObject): boolean {
  const said = foldOnce(textIn(row, 'interpretation_services'));
  if (said !== '') return !refusal.test(said);
  const listed = objectsIn(row, 'languages').some(each => any.test(foldOnce(`${textIn(each, 'name')} ${textIn(each, 'note')}`)));
  const text = foldOnce(textIn(row, 'description'));
  return (
    listed ||
    (text.includes('interpret') &&
      /\binterpret(?:ers?|ing)\b[^.]{0,30}\b(?:available|provided|arranged|offered|free)\b/u.test(text) &&
      !refusal.test(text))
  );
}

/** The languages of a row, its places' included. */
export function readLanguages(row: JsonObject, placed: readonly JsonObject[], issues: IssueList): SpokenLanguages {
  const all = [row, ...placed].flatMap(each => objectsIn(each, 'languages'));
  const tags = all.flatMap((language, at) => tagsOf(language, at, issues));
  return { languages: [...new Set(tags)].filter(tag => tag !== 'en'), interpreters: offersInterpreters(row) };
}
