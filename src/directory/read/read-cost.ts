// What a service costs: from its cost options and what it says about fees. Nothing said is nothing known.
import { foldOnce } from './fold-once.js';
import type { CostKind } from '../service.js';
import { numberIn, objectsIn, textIn } from './json-fields.js';
import { readPlainText } from './plain-text.js';
import type { JsonObject } from './read-result.js';
import { rememberTexts } from './remember-texts.js';

const longestNote = 300;
/** "Free" of something, or with other things free. */
const otherFree =
  /\b(?:feel|gluten|dairy|sugar|smoke|drug|alcohol|toll|barrier|step|stress|debt|pain|fat|nut|hands|care|interest)[- ]free\b|\bfeel free\b|\bfree[- ]?(?:phone|from|up|time|wi-?fi|parking|school meals?|range|standing|will|prescriptions?)\b|\bset free\b/gu;
const free =
  /\bfree\b|\bno (?:charge|cost|fee)s?\b|\b(?:without|nil|zero) (?:charge|cost|fee)\b|^(?:nil|none|no|0|£0(?:\.00)?)$|\bfully funded\b/u;
const given = /\bdonations?\b|\bvoluntary contributions?\b|\bpay what you (?:can|like|want)\b|\bby contribution\b/u;
const price = /£\s*(?!0(?:\.0+)?\b)\d|\b\d+(?:\.\d\d)? ?(?:pounds|gbp)\b|\b\d+p\b/u;
const charged =
  /\b(?:paid|charges? appl|fees? appl|there is a (?:small |nominal )?(?:charge|fee|cost)|charged|membership fee|subscription|priced?|costs? (?:vary|var(?:y|ies))|means[- ]tested)\b/u;
/** A free beginning is no free service. */
const trial = /\b(?:first|initial|taster|trial)\b[^.;,]{0,40}\bfree\b|\bfree (?:first|initial|taster|trial|consultation)\b/gu;
const freeInText =
  /\bfree of charge\b|\b(?:is|are|completely|totally|all) free\b|\bfree,? (?:and |to |confidential|service|advice|support|help|sessions?|classes|counselling|activit|independent|weekly|local)|\bno (?:charge|cost)\b/u;

const kindOfWords = rememberTexts((text): CostKind | undefined => {
  const bare = text.replace(otherFree, ' ').replace(trial, ' some fee ');
  const [isFree, isPaid] = [free.test(bare) || given.test(bare), price.test(bare) || charged.test(bare) || bare.includes(' some fee ')];
  if (isFree && isPaid) return given.test(bare) && !free.test(bare) ? 'free' : 'some';
  return isFree ? 'free' : isPaid ? 'paid' : undefined;
});

function kindOfOption(option: JsonObject): CostKind | undefined {
  const amount = numberIn(option, 'amount');
  const words = kindOfWords(foldOnce(`${textIn(option, 'option')}; ${textIn(option, 'amount_description')}`));
  if (amount === undefined || (amount === 0 && words !== undefined)) return words;
  if (amount <= 0) return 'free';
  return words === 'free' || words === 'some' ? 'some' : 'paid';
}

function together(kinds: readonly CostKind[]): CostKind | undefined {
  const [first] = kinds;
  return kinds.every(kind => kind === first) ? first : 'some';
}

/** Options that held once count only where none holds now. */
function currentOptions(row: JsonObject, today: string): readonly JsonObject[] {
  const all = objectsIn(row, 'cost_options');
  const current = all.filter(option => (textIn(option, 'valid_to') || today) >= today && (textIn(option, 'valid_from') || today) <= today);
  return current.length > 0 ? current : all;
}

function describe(option: JsonObject): string {
  const amount = numberIn(option, 'amount');
  const currency = textIn(option, 'currency').toUpperCase();
  const money =
    amount === undefined || amount === 0
      ? ''
      : currency === '' || currency === 'GBP'
        ? `£${String(amount)}`
        : `${String(amount)} ${currency}`;
  const label = textIn(option, 'option');
  return [label === '' || money === '' ? label : `${label}:`, money, textIn(option, 'amount_description')].filter(Boolean).join(' ');
}

function saysFree(text: string): boolean {
  if (!text.includes('free') && !text.includes('no c')) return false;
  const bare = text.replace(otherFree, ' ').replace(trial, ' ');
  return freeInText.test(bare) && !price.test(bare);
}

/** Kind of cost, and what the feed says about it in words. */
export interface ReadCost {
  readonly cost?: CostKind;
  readonly costNote?: string;
}

/** The cost of a cleaned row. */
export function readCost(row: JsonObject, today: string): ReadCost {
  const options = currentOptions(row, today);
  const fees = [...new Set([textIn(row, 'fees_description'), textIn(row, 'fees')])].filter(
    text => !/^$|^fees(?:_description)?$/iu.test(text),
  );
  const kinds = [...options.map(kindOfOption), ...fees.map(text => kindOfWords(foldOnce(text)))].filter(kind => kind !== undefined);
  const cost = together(kinds) ?? (saysFree(foldOnce(textIn(row, 'description'))) ? 'free' : undefined);
  const note = readPlainText([...fees, ...options.map(describe)].filter(Boolean).join('; '), longestNote, 'line').text;
  return { ...(cost === undefined ? {} : { cost }), ...(note === '' ? {} : { costNote: note }) };
}
