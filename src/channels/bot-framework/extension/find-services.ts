// The search command: what staff type is looked for as at the desk, and each result can be put into the chat as a card. No state, nothing kept,
// nothing logged of what was typed.
import type { InvokeResponse } from 'botbuilder';
import type { RedFlagTier } from '../../../content/content.js';
import { readDeskQuery } from '../../../directory/desk/desk-query.js';
import type { DeskFound } from '../../../directory/desk/desk-search.js';
import { freshnessInEnglish, warningsInEnglish, whyInEnglish } from '../../../directory/desk/say-service.js';
import type { ExplainedService } from '../../../directory/explain-services.js';
import type { LocalDirectory } from '../../../directory/local-directory.js';
import { proposeLanguage } from '../../../understanding/language/detect-language.js';
import { dangerIn, lookForStaff } from '../../desk-look.js';
import { sourceLanguage } from '../../pages/words.js';
import { asTyped, heading, openUrl, paragraphs } from '../cards/adaptive-card.js';
import type { Card } from '../cards/adaptive-card.js';
import { telOf } from '../cards/near-card.js';
import { insteadOfList, listOf } from './extension-answers.js';
import type { ListedCard } from './extension-answers.js';
import type { ExtensionParts } from './extension-parts.js';
import type { AskedSearch } from './read-invoke.js';
import { serviceCard } from './service-card.js';
import type { ServiceView } from './service-card.js';

const hint =
  'Type what is needed, in any language, the name of a service, or both with a postcode: rent arrears e1 6an. Never a patient’s name.';
const noDirectory = 'No directory of services was imported yet, so nothing can be found.';
const nothingFits = 'We found nothing that fits. Try other words, or leave the postcode out.';
const samples = 'Sample, made up';

function listedService(found: ExplainedService, view: ServiceView): ListedCard {
  const lines = [
    whyInEnglish(found.reasons),
    ...warningsInEnglish(found),
    freshnessInEnglish(found).text,
    ...(view.sample ? [samples] : []),
  ];
  return { card: serviceCard(found, view), title: found.service.name, text: lines.filter(line => line !== '').join(' · ') };
}

const dangers: Readonly<Record<RedFlagTier, string>> = {
  act: 'These words may tell of danger',
  ask: 'This may tell of danger: ask how they are, in private',
};

/** Words that may tell of danger put this before all services. Nothing of the words is on it. */
function dutyCard(danger: RedFlagTier, { content }: ExtensionParts): ListedCard {
  const { name, role, phone } = content.service.clinicalContact;
  const title = 'Get the duty clinician now';
  const sentences = [
    'If a life is in danger, or somebody is being hurt: make your practice’s crash call and call 999 now.',
    'Stay with the patient. Go somewhere quiet together if that is safe.',
  ];
  const tel = telOf(phone);
  const card: Card = {
    lang: sourceLanguage,
    rtl: false,
    speak: title,
    fallbackText: [title, ...sentences, `${name}, ${role}: ${phone}`].join('\n'),
    body: [heading(title), ...sentences.flatMap(paragraphs), asTyped(`${name}, ${role}: ${phone}`, 'Bolder')],
    actions: [openUrl('Call 999', 'tel:999'), ...(tel === undefined ? [] : [openUrl('Call the duty clinician', tel)])],
  };
  return { card, title: dangers[danger], text: `If it is about the person before you: call ${name}, ${phone}` };
}

/** What is said where nothing was found. */
function sayNothing({ idle, place }: DeskFound): string {
  if (idle) return hint;
  return place !== undefined && place.found === undefined
    ? `${place.postcode}: nobody here knows where this is. ${nothingFits}`
    : nothingFits;
}

/** The language the words are in, where they are clearly in another one: the leaflet's. */
function languageOf(text: string, { content }: ExtensionParts): string {
  return proposeLanguage(text, sourceLanguage, content.languages, content.models?.languages) ?? sourceLanguage;
}

function look(directory: LocalDirectory, { text: typed, skip, count }: AskedSearch, parts: ExtensionParts): InvokeResponse {
  const { content, clock, publicUrl } = parts;
  const today = clock().toISOString().slice(0, 10);
  const query = readDeskQuery({ q: typed });
  const found = lookForStaff(directory, query, content, today);
  const view = { content, today, publicUrl, sample: directory.sample, lang: languageOf(query.text, parts) };
  const danger = dangerIn(query.text, content);
  const all = [
    ...(danger === undefined ? [] : [() => dutyCard(danger, parts)]),
    ...found.shown.map(each => () => listedService(each, view)),
  ];
  if (all.length === 0) return insteadOfList(sayNothing(found));
  return listOf(all.slice(skip, skip + count).map(draw => draw()));
}

/** The answer to one look. */
export function findServices(asked: AskedSearch, parts: ExtensionParts): InvokeResponse {
  const directory = parts.directory();
  return directory === undefined ? insteadOfList(noDirectory) : look(directory, asked, parts);
}
