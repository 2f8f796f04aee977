// What staff are told in Teams besides referrals: that notices are on or off, what is new, what can be asked. English, as all that staff read.
import type { RecordIndex } from '../../../../storage/ports.js';
import { waitingInWords } from '../../../../text/staff-words.js';
import { executes, facts, heading, openUrl, paragraphs, small, type Card, type CardPart } from '../../cards/adaptive-card.js';
import { buttonData } from './notice-data.js';

function card(title: string, body: readonly CardPart[], actions: readonly CardPart[], said: readonly string[] = []): Card {
  return { lang: 'en-GB', rtl: false, speak: title, fallbackText: [title, ...said].join('\n'), body: [heading(title), ...body], actions };
}

/** This chat gets notices. `practices`: their names; undefined: all. */
export function noticesOnCard(practices: readonly string[] | undefined): Card {
  const of = practices === undefined ? 'every practice of this service' : practices.join(', ');
  const text = `This chat is told when a referral comes for: ${of}.`;
  const care =
    'A notice holds no name, no contact and no words of a patient. Everybody in this chat can read it, and your organisation keeps it.';
  return card(
    'Notices are on',
    [...paragraphs(text), small(care)],
    [executes('End notices', 'notices-off', buttonData({ do: 'notices-off' }))],
    [text],
  );
}

/** It gets none (any more). */
export function noticesOffCard(was: boolean): Card {
  const text = was
    ? 'This chat is told of no more referrals. Notices that are here still change with their referrals.'
    : 'This chat got no notices.';
  return card('Notices are off', paragraphs(text), [], [text]);
}

/** What nobody has accepted. `more`: there are others. */
export function newCard(records: readonly RecordIndex[], more: boolean, now: Date, publicUrl: string | undefined): Card {
  const actions = publicUrl === undefined ? [] : [openUrl('Open the worklist', `${publicUrl}/worklist`)];
  if (records.length === 0) return card('Nothing is waiting', paragraphs('Somebody has accepted every referral that you see.'), actions);
  const rows = records.map((record): readonly [string, string] => [
    record.reference,
    `${pressing(record)}, ${waitingInWords(record.submittedAt, now)}`,
  ]);
  const beyond = more ? [small('There are more on the worklist.')] : [];
  return card(
    'Waiting for somebody',
    [facts(rows), ...beyond],
    actions,
    rows.map(([reference, how]) => `${reference}: ${how}`),
  );
}

function pressing({ flagged, urgent }: RecordIndex): string {
  if (flagged !== undefined) return flagged === 'act' ? 'red flag: needs a person today' : 'red flag: look at this first';
  return urgent ? 'urgent' : 'routine';
}

/** What can be asked. `shared`: several people read this chat; `sees`: whoever asks may see referrals. */
export function helpCard(shared: boolean, sees: boolean): Card {
  const before = shared ? '' : '/';
  const can: readonly (readonly [string, string])[] = [
    [`${before}ABCD-2345`, 'how the referral of this reference stands'],
    [`${before}new`, 'referrals that nobody has accepted'],
    [`${before}notices`, 'this chat is told of new referrals'],
    [`${before}notices off`, 'and no more'],
  ];
  const never = small('Never write anything about a patient here: several people read this chat, and your organisation keeps it.');
  const begin = executes('Get notices here', 'notices', buttonData({ do: 'notices' }));
  const body = sees ? [...paragraphs('You can write:'), facts(can)] : paragraphs('Link workers and managers can ask for referrals here.');
  return card(
    'For staff',
    [...body, ...(shared ? [never] : [])],
    sees ? [begin] : [],
    sees ? can.map(([word, what]) => `${word}: ${what}`) : [],
  );
}
