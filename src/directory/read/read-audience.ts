// For whom a service is, beyond age: from what it says about who can come, its terms and its name. "Not for men" is women; "men and women" is
// everybody; groups named as examples ("including refugees") are nobody's alone.
import { foldOnce } from './fold-once.js';
import type { AudienceKind } from '../service.js';
import { rememberTexts } from './remember-texts.js';

/** What a row says of whom it is for. */
export interface AudienceWords {
  readonly name: string;
  readonly terms: string;
  readonly eligibility: string;
  readonly about: string;
}

const women = /\b(?:women|woman|womens|girls?|ladies|females?|mums?|mothers?)\b/u;
const men = /\b(?:men|mens|man|boys?|gentlemen|males?|dads?|fathers?)\b/u;
const rules: readonly (readonly [AudienceKind, RegExp])[] = [
  ['lgbt', /\b(?:lgbt\w*|gay|lesbians?|bisexual|trans(?:gender)?(?: people)?|queer|non-binary)\b/u],
  ['carers', /\b(?:carers?|caregivers?)\b/u],
  ['parents', /\b(?:parents?|mums?|mothers?|dads?|fathers?|pregnan(?:t|cy)|new families|families with|expectant)\b/u],
  [
    'young-people',
    /\b(?:young (?:people|persons?|adults?|carers?|women|men)|youths?|teen(?:ager)?s?|children|adolescents?|under[- ]?(?:1[6-9]|2[0-5])s?)\b/u,
  ],
  [
    'older-people',
    /\b(?:older (?:people|persons?|adults?|residents?|men|women)|over[- ]?(?:5[05]|6[05]|7[05])s?|elderly|elders|seniors?|pensioners?|retired|later life)\b/u,
  ],
  [
    'disabled-people',
    /\b(?:disabled|disabilit(?:y|ies)|autis(?:m|tic)|blind|sight loss|(?:visual|sensory) impairments?|visually impaired)\b/u,
  ],
  ['deaf-people', /\b(?:deaf|deafblind|hard of hearing|hearing (?:loss|impairments?|impaired))\b/u],
  ['refugees', /\b(?:refugees?|asylum|migrants?)\b/u],
  [
    'homeless-people',
    /\b(?:homeless(?! prevention| advice| applications?| persons units?)|rough sleep(?:ers?|ing)|sofa surfing|(?:experiencing|facing|experience of) homelessness)\b/u,
  ],
  ['veterans', /\b(?:veterans?|ex-?(?:service|forces|military)\w*|armed forces)\b/u],
  ['ex-offenders', /\b(?:ex-?offenders?|offenders?|prison leavers?|ex-?prisoners?|probation|released from prison|leaving prison)\b/u],
];

/** Stands in every refusal. */
const mayRefuse = /\bno\b|\bnot\b|n't\b/u;
const notFor =
  /\b(?:not|isn't|aren't) (?!just |only |exclusively |limited )(?:\w+ )?(?:for|open to|suitable for|available (?:to|for)) ([^.;,]{1,40})|\bno (men|women|children|under \d+s?)\b/gu;
/** Groups behind these words are examples; those behind "their" come along. */
const examples =
  /\b(?:including|inclusive of|especially|particularly|in particular|such as|e\.g\.|welcomes?|whether|as well as|regardless of|not (?:just|only|exclusively|limited to))\b[^.;]*/gu;
const companions =
  /\b(?:and|or|with|by) (?:(?:their|his|her|your|a) )?(?:(?:unpaid|family|informal) )?(?:carers?|parents?|guardians?|families)\b|\bcarers? (?:welcome|can come|may)/gu;
const everybody =
  /\b(?:everyone|everybody|anyone|anybody|all adults|all residents|any adult|any resident|all ages|all abilities|open to all|all welcome)\b(?! (?:who|aged|with|over|under|from|living|experiencing|affected|women|men|carers|parents|young|older|identifying|\w+ (?:women|men|carers))\b)/u;
const both =
  /\b(?:wo)?men and (?:wo)?men\b|\bboys and girls\b|\bgirls and boys\b|\bmen,? women\b|\bwomen,? men\b|\ball genders?\b|\bboth (?:sexes|genders)\b|\bany gender\b|\bmixed (?:group|gender)/u;
/** A description speaks of many people; only this is said of those it is for. */
const exclusive =
  /\b(?:only (?:for|open to)|exclusively for|for) ([\w' -]{3,40}?) only\b|\b([\w']+)-only\b|\bexclusively for ([\w' -]{3,40})|\bonly (?:for|open to) ([\w' -]{3,40})/gu;

/** Small children come with those it is for. */
const small =
  /\b(?:(?:small|young|little|tiny|pre-?school|newborn|new) (?:children|child|bab(?:y|ies)|ones?)|bab(?:y|ies)|toddlers?|under[- ]?(?:[2-5]|five)s?|children (?:under|aged under|up to) (?:[1-5]|five)|pre-?schoolers?)\b/gu;
/** Of those who have children the children are not asked for. */
const theirChildren =
  /\b(?<who>parents?|mums?|mothers?|dads?|fathers?|famil(?:y|ies)|guardians?|grandparents?|wom[ae]n|men|people|those|anyone)(?<how> (?:and|or|with|of|who have|that have|has)(?: (?:a|an|their|her|his|school[- ]age|primary[- ]age|older|one|two|more))*) (?:child|children|kids|teen(?:ager)?s?)\b/gu;
/** Those near to losing their home are not homeless: then it is for anybody. */
const atRisk =
  /\b(?:homeless(?:ness)?,? or )?(?:threatened with|at (?:\w+ )?risk of|facing|worried about|prevent(?:ing)?)(?: becoming| being)? homeless(?:ness)?\b/u;
const homelessAtAll = /\bhomeless(?:ness)?\b/gu;

const clean = rememberTexts((text): string => {
  const folded = foldOnce(text);
  return (atRisk.test(folded) ? folded.replace(homelessAtAll, ' ') : folded)
    .replace(/(?<=\w)'s\b/gu, '')
    .replace(companions, ' ')
    .replace(theirChildren, '$<who>$<how>')
    .replace(small, ' parents ')
    .replace(examples, ' ');
});

/** Texts without whom they rule out, and those ruled out. */
function split(text: string): { readonly kept: string; readonly ruledOut: string } {
  if (!mayRefuse.test(text)) return { kept: text, ruledOut: '' };
  const ruledOut = [...text.matchAll(notFor)].map(([, a, b]) => a ?? b ?? '').join('; ');
  return { kept: text.replace(notFor, ' '), ruledOut };
}

function gendersIn(kept: string, ruledOut: string): readonly AudienceKind[] {
  if (both.test(kept)) return [];
  const forWomen = women.test(kept) || men.test(ruledOut);
  const forMen = men.test(kept) || women.test(ruledOut);
  if (forWomen === forMen) return [];
  return [forWomen ? 'women' : 'men'];
}

function whoAlone(text: string): string {
  return [...text.matchAll(exclusive)].map(found => found.slice(1).join(' ')).join('; ');
}

/** The audiences; none where it is for everybody. */
export function readAudience({ name, terms, eligibility, about }: AudienceWords): readonly AudienceKind[] {
  const said = clean(eligibility);
  const forAll = everybody.test(said);
  const told = foldOnce(about);
  const alone = told.includes('only') || told.includes('exclusively') ? whoAlone(told) : '';
  // An address's name may hold a person's work ("Carers First" is one, "Men's Shed" another)
  const { kept, ruledOut } = split([clean(name), clean(terms), forAll ? '' : said, alone].join('; '));
  const open = both.test(said) || both.test(told) || forAll;
  const genders = open ? [] : gendersIn(kept, `${ruledOut}; ${split(told).ruledOut}`);
  return [...genders, ...rules.filter(([, rule]) => rule.test(kept)).map(([kind]) => kind)];
}
