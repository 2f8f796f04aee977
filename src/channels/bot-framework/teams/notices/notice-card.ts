// A referral as a card for link workers: what may be told where many read, and the buttons that apply. English, as all that staff read.
import { hasRole, seesPractice, type Roster, type StaffMember } from '../../../../access/roster.js';
import type { NoticeFacts } from '../../../../delivery/notice-facts.js';
import { languageInWords, timeInWords } from '../../../../text/staff-words.js';
import {
  choice,
  executes,
  facts,
  heading,
  openUrl,
  opensBelow,
  paragraphs,
  warning,
  type Card,
  type CardPart,
} from '../../cards/adaptive-card.js';
import { buttonData, nameInCards } from './notice-data.js';
import { isOver } from '../../../../referral/referral-status.js';

const flagWords: Readonly<Record<NonNullable<NoticeFacts['openFlags']>, string>> = {
  act: 'Red flag: needs a person today. Somebody must act on this first.',
  ask: 'Red flag: look at this first. Somebody must act on this first.',
};

const urgencyWords: Readonly<Record<NoticeFacts['urgency'], string>> = {
  'same-day': 'Today',
  urgent: 'Before the others',
  routine: 'In its turn',
};

const statusWords: Readonly<Record<NoticeFacts['status'], string>> = {
  requested: 'New, nobody has accepted it',
  accepted: 'Accepted',
  'in-progress': 'In progress',
  completed: 'Closed: completed',
  rejected: 'Closed: not taken on',
  cancelled: 'Closed: withdrawn',
  failed: 'Closed: could not be reached',
};

/** Longer lists are for the worklist; Teams takes only so much in one card. */
const mostChoices = 100;

/** What a card is drawn with. */
export interface NoticeDrawing {
  readonly roster: Roster;
  /** Where the worklist is, without a slash at the end, if that is known. */
  readonly publicUrl?: string | undefined;
}

/** Who could have it: link workers who see its practice. */
export function whoCouldHave({ practice }: Pick<NoticeFacts, 'practice'>, roster: Roster): readonly StaffMember[] {
  const some = roster.all().filter(member => hasRole(member, 'link-worker') && seesPractice(member, practice?.ods));
  return [...some].sort((one, other) => one.name.localeCompare(other.name, 'en')).slice(0, mostChoices);
}

/** Only a code is told as a language: nothing that somebody may have typed. */
const isTag = (text: string): boolean => /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u.test(text);

function lines({ submittedAt, urgency, practice, language, interpreter, status, assigned }: NoticeFacts): CardPart {
  const spoken = language === undefined ? 'Not told' : isTag(language) ? languageInWords(language) : 'See the worklist';
  return facts([
    ['Came', timeInWords(submittedAt)],
    ['Urgency', urgencyWords[urgency]],
    ['Practice', practice?.name ?? 'Not told'],
    ['Language', interpreter ? `${spoken}, with an interpreter` : spoken],
    ['Status', statusWords[status]],
    ['Assigned to', assigned ?? 'Nobody'],
  ]);
}

function reassign(told: NoticeFacts, roster: Roster): readonly CardPart[] {
  const people = whoCouldHave(told, roster);
  if (people.length === 0) return [];
  const list: CardPart = {
    type: 'Input.ChoiceSet',
    id: 'to',
    label: 'Who takes it?',
    isRequired: true,
    errorMessage: 'Choose somebody.',
    choices: people.map(member => choice(member.name, nameInCards(member))),
  };
  return [opensBelow('Reassign', [list], [executes('Assign', 'assign', buttonData({ do: 'assign', referral: told.id }), 'auto')])];
}

function buttons(told: NoticeFacts, { roster, publicUrl }: NoticeDrawing): readonly CardPart[] {
  const { id, reference, status } = told;
  const accept = status === 'requested' ? [executes('Accept', 'accept', buttonData({ do: 'accept', referral: id }))] : [];
  const open = publicUrl === undefined ? [] : [openUrl('Open', `${publicUrl}/worklist/${reference}`)];
  return [...accept, ...open, ...(isOver(status) ? [] : reassign(told, roster))];
}

/** The card. `note`: told above all else, to whoever just pressed something. */
export function noticeCard(told: NoticeFacts, drawing: NoticeDrawing, note?: string): Card {
  const title = `${told.status === 'requested' ? 'New referral' : 'Referral'} ${told.reference}`;
  const flag = told.openFlags === undefined ? [] : [flagWords[told.openFlags]];
  const has = told.assigned === undefined ? [] : [`Assigned to ${told.assigned}`];
  return {
    lang: 'en-GB',
    rtl: false,
    speak: title,
    fallbackText: [title, ...flag, statusWords[told.status], ...has].join('\n'),
    body: [...(note === undefined ? [] : paragraphs(note)), heading(title), ...flag.map(warning), lines(told)],
    actions: buttons(told, drawing),
  };
}
