// Who runs a service and of what kind: what its terms say, else its numbers, its address on the web, and words of its name.
import { foldOnce } from './fold-once.js';
import type { Provider, ProviderKind } from '../service.js';
import { objectIn, objectsIn, textIn } from './json-fields.js';
import { isNationalCharity } from './national-charities.js';
import { readOnce } from './read-once.js';
import type { FeedContext, JsonObject } from './read-result.js';
import { termWords } from './row-terms.js';
import { stableUuid } from './stable-uuid.js';

type Rules = readonly (readonly [ProviderKind, RegExp])[];

/** Terms such as "Organisation type: voluntary". */
const termRules: Rules = [
  ['nhs', /\bnhs\b|\bhealth (?:board|service provider|trust)\b|\bintegrated care\b/u],
  ['council', /\b(?:local authority|council|local government|borough)\b/u],
  ['national-charity', /\bnational (?:charity|voluntary|charities)\b/u],
  [
    'small-charity',
    /\b(?:charit(?:y|able|ies)|voluntary|vcs\w*|not[- ]for[- ]profit|non[- ]?profit|third sector|community (?:group|organisation|interest)|cic|cio|faith|social enterprise|mutual aid)\b/u,
  ],
  ['business', /\b(?:private|commercial|business|for[- ]profit|limited company|sole trader)\b/u],
];
const nhsName =
  /\bnhs\b|\bgp (?:care group|alliance|collaborative|group)\b|\bcommunity health(?:care)? (?:trust|partnership)\b|\b(?:gp|medical|group|family|health) (?:practice|surgery|federation)\b|\b(?<!(?:dental|veterinary|vets?|vet's) )surgery\b|\bprimary care network\b|\bpcn\b|\bintegrated care (?:board|system)\b|\bhealth board\b|\bhospitals?\b/u;
/** Around hospitals and trusts, and none of them. */
const besideNhs = /\bfriends\b|\bcharit(?:y|ies|able)\b|\bradio\b|\bhospice\b|\bretirement fellowship\b/u;
/** Public bodies and large landlords that are none of the kinds. */
const otherName =
  /\b(?:fire (?:brigade|service|and rescue)|police|probation|job ?cent(?:re|er)|department for|hmrc|housing (?:association|group|trust)|(?:academy|schools?|learning) trust)\b/u;
const education = /\b(?:university(?! of the third age)|college|school|academy|sixth form)\b/u;
const aroundSchools = /\b(?:friends|pta|parents?|association|charity|union|settlement|foundation|u3a|project|club)\b/u;
const councilName =
  /\b(?:borough of|city of|county of|(?:borough|city|county|district|town|parish|metropolitan) council|council|local authority|combined authority)\b(?! (?:for|of) )/u;
/** Councils by name that are none of a local authority. */
const otherCouncil =
  /\b(?:refugee|law society|voluntary|community|youth|muslim|jewish|hindu|churches|british|tenants'?|parochial|church|race equality|racial equality|students?'?|social|women'?s|deaf|arts|design|faiths?|of|for)\s+(?:\w+ )?councils?\b|\bcouncil (?:for|of|on) |\bcvs\b/u;
const localName =
  /\b(?:cic|c\.i\.c|cio|community interest company|charit(?:y|able)|trust|foundation|association|society|community (?:group|centre|project|action|association|hub)|project|fellowship|church|mosque|temple|gurdwara|synagogue|parish|voluntary|volunteers?|friends of|self[- ]help|support group|residents'? group|food ?bank|mutual aid|age uk|mind in|citizens advice|home-start|not[- ]for[- ]profit|co-?operative|credit union|settlement|scouts?|u3a|women'?s institute)\b/u;
const businessName =
  /\b(?:ltd|limited|plc|llp|inc|gym|studios?|& sons|agency|solicitors|pharmacy|chemists?|opticians?|taxis?|cabs|building society|(?:private|dental|physio(?:therapy)?|osteopath(?:ic|y)?|chiropractic|beauty|laser|cosmetic) clinic)\b/u;
const businessForm = /\b(?:plc|llp|ltd|limited|inc)\b/u;
const nonProfitText =
  /\b(?:reg(?:istered|'?d)?\.? charit(?:y|able)|charity (?:number|no\b|reg|registered|commission|\d)|charitable (?:company|incorporated|trust|organisation)|not[- ]for[- ]profit|non[- ]?profit|voluntary organisation|community interest company|volunteer[- ]run|community[- ]led|grassroots)\b/u;

/** What of an organisation its kind is read from. */
interface Evidence {
  readonly folded: string;
  readonly host: string;
  readonly schemes: readonly string[];
  readonly terms: string;
  readonly about: string;
}

function hostOf(organization: JsonObject): string {
  const website = textIn(organization, 'website');
  if (website !== '') return new URL(website).hostname.toLowerCase();
  return (textIn(organization, 'email').split('@')[1] ?? '').toLowerCase();
}

function schemesOf(organization: JsonObject): readonly string[] {
  return objectsIn(organization, 'organization_identifiers').map(each =>
    foldOnce(`${textIn(each, 'identifier_scheme')} ${textIn(each, 'identifier_type')}`),
  );
}

function publicKind({ folded, host }: Evidence): ProviderKind | undefined {
  if ((nhsName.test(folded) && !besideNhs.test(folded)) || /(?:^|\.)nhs\.(?:uk|net|scot|wales)$/u.test(host)) return 'nhs';
  if (councilName.test(folded) && !otherCouncil.test(folded)) return 'council';
  return host.endsWith('.gov.uk') && !/(?:^|\.)(?:dwp|service|nhs)\.gov\.uk$/u.test(host) ? 'council' : undefined;
}

/** Schools, where nothing says that they are a charity. */
function schoolKind({ folded, schemes }: Evidence): ProviderKind | undefined {
  const isSchool = education.test(folded) && !aroundSchools.test(folded) && !businessForm.test(folded);
  return isSchool && !isNumbered(schemes) ? 'other' : undefined;
}

function isNumbered(schemes: readonly string[]): boolean {
  return schemes.some(scheme => /\bgb-(?:chc|sc|nic)\b|\bcharit/u.test(scheme));
}

function charityKind({ folded, schemes, about }: Evidence): ProviderKind | undefined {
  const charitable = isNumbered(schemes) || localName.test(folded) || nonProfitText.test(about);
  if (/\bbuilding society\b/u.test(folded)) return undefined;
  return charitable ? 'small-charity' : undefined;
}

function businessKind({ folded, schemes, host }: Evidence): ProviderKind | undefined {
  const company = schemes.some(scheme => /\bgb-coh\b|\bcompany\b/u.test(scheme));
  if (businessForm.test(folded) || businessName.test(folded)) return 'business';
  // A company number alone tells little: many charities have one. Their websites tell more.
  if (company) return /\.org(?:\.uk)?$/u.test(host) ? 'small-charity' : 'business';
  return undefined;
}

/** The kind of an organisation; `other` where nothing tells. */
export function providerKind(organization: JsonObject, national: readonly string[]): ProviderKind {
  const name = textIn(organization, 'name');
  const evidence: Evidence = {
    folded: foldOnce(name),
    host: hostOf(organization),
    schemes: schemesOf(organization),
    terms: foldOnce(termWords(organization)),
    about: foldOnce(textIn(organization, 'description')),
  };
  const told = termRules.find(([, rule]) => rule.test(evidence.terms))?.[0];
  // A list of voluntary organisations says "charity" of the national ones too
  if ((told ?? 'small-charity') === 'small-charity' && isNationalCharity(name, national)) return 'national-charity';
  return told ?? kindByName(evidence);
}

function kindByName(evidence: Evidence): ProviderKind {
  if (otherName.test(evidence.folded)) return 'other';
  return publicKind(evidence) ?? schoolKind(evidence) ?? charityKind(evidence) ?? businessKind(evidence) ?? 'other';
}

const kindsKept = new WeakMap<FeedContext, (organization: JsonObject) => ProviderKind>();

/** Services of one organisation share it. */
function kindOf(organization: JsonObject, context: FeedContext): ProviderKind {
  const read = kindsKept.get(context) ?? readOnce(each => providerKind(each, context.nationalCharities ?? []));
  kindsKept.set(context, read);
  return read(organization);
}

/** The provider of a cleaned row. A service without an organisation is its own: its name, and no kind. */
export function readProvider(row: JsonObject, context: FeedContext): Provider {
  const organization = objectIn(row, 'organization');
  if (organization === undefined) {
    const id = textIn(row, 'organization_id') || stableUuid(`${textIn(row, 'id')}/organization`);
    return { id, name: textIn(row, 'name'), kind: 'other' };
  }
  const website = textIn(organization, 'website');
  return {
    id: textIn(organization, 'id'),
    name: textIn(organization, 'name'),
    kind: kindOf(organization, context),
    ...(website === '' ? {} : { website }),
  };
}
