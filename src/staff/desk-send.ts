// A leaflet sent by e-mail: a page of its own for the address, because somebody else may read that box. The mail holds the leaflet's address and
// nothing else; to whom it went is kept nowhere.
import { auditLine } from '../audit/audit-line.js';
import type { Session } from '../access/session-token.js';
import { html, type Html } from '../channels/pages/html.js';
import type { PageRequest } from '../channels/pages/page.js';
import { wordsIn } from '../channels/pages/words.js';
import { readEmail } from '../understanding/read-email.js';
import { deskLeafletAddress, leafletLanguage } from './desk-leaflet.js';
import type { DeskMail, DeskParts } from './desk-parts.js';
import { readDeskQuery, type DeskLeaflet } from '../directory/desk/desk-query.js';
import { message } from './layout.js';
import { text } from './read-change.js';

/** A leaflet on its way. */
export interface Sending {
  readonly leaflet: DeskLeaflet;
  readonly lang: string;
}

/** The leaflet that the fields name: of an address, or of a form. */
export function sendingOf({ content, directory }: DeskParts, fields: Readonly<Record<string, unknown>>): Sending {
  const texts = Object.entries(fields).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const query = readDeskQuery(Object.fromEntries(texts));
  const known = query.leaflet.picks.filter(id => directory()?.service(id) !== undefined);
  return { leaflet: { ...query.leaflet, picks: known }, lang: leafletLanguage(content, query) };
}

function hidden(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}" />`;
}

const noMail = message('This leaflet cannot be sent from here', [
  'No e-mail is set up for this service. Print the leaflet, or let the patient scan the code on it.',
]);

const nothingOnIt = message('There is nothing on the leaflet', ['Go back to the desk and add a service first.']);

/** Why a mail would not go, as a page; undefined where it can. */
function whyNot({ mail }: DeskParts, { leaflet }: Sending): Html | undefined {
  if (leaflet.picks.length === 0) return nothingOnIt;
  return mail?.publicUrl === undefined ? noMail : undefined;
}

/** The page that asks for the address; `fault`: what is missing, `typed`: what stands there. */
export function sendPage(parts: DeskParts, sending: Sending, token: string, fault?: string, typed = ''): Html {
  const { leaflet, lang } = sending;
  const name = parts.content.languages.get(lang)?.englishName ?? 'English';
  const form = html`<form method="post" action="/desk/send" autocomplete="off">
    ${hidden('token', token)}${hidden('s', leaflet.picks.join(','))}${hidden('lang', lang)}${hidden('size', leaflet.size)}${hidden('layout', leaflet.layout)}
    ${fault !== undefined && html`<p class="error" id="fault" role="alert">${fault}</p>`}
    <label for="email">The patient’s e-mail address</label>
    <input class="field" id="email" name="email" inputmode="email" maxlength="254" value="${typed}" autofocus ${fault !== undefined && html`aria-describedby="fault"`} />
    <div class="choice"><input type="checkbox" id="safe" name="safe" value="1" /><label for="safe">The patient says: it is safe to write to me there, even if somebody else reads it</label></div>
    <button>Send</button>
  </form>`;
  const services = `${String(leaflet.picks.length)} ${leaflet.picks.length === 1 ? 'service' : 'services'}`;
  const said = `${services}, in ${name}. The mail holds the leaflet’s web address and no name. Who it goes to is not kept.`;
  return whyNot(parts, sending) ?? message('Send the leaflet', [said], form);
}

/** What was typed, or what is missing from it. */
function readForm(form: PageRequest['form']): { readonly to: string } | { readonly fault: string } {
  const email = readEmail(text(form, 'email'));
  if (!email.ok) return { fault: 'Write an e-mail address, for example name@example.org.' };
  return text(form, 'safe') === '1' ? { to: email.value } : { fault: 'Ask first whether it is safe to write there, then tick the box.' };
}

async function mailLeaflet(parts: DeskParts, mail: DeskMail, { leaflet, lang }: Sending, to: string): Promise<boolean> {
  const words = wordsIn(parts.content, lang);
  const lines = [
    words.t('leaflet.mail.intro'),
    '',
    `${mail.publicUrl ?? ''}${deskLeafletAddress(leaflet, lang)}`,
    '',
    words.t('leaflet.mail.not-you'),
    '',
  ];
  const message = { from: parts.service.email, to, subject: words.t('leaflet.mail.subject'), text: lines.join('\n'), id: mail.entropy() };
  return mail.send(message).then(
    () => true,
    () => false,
  );
}

/** A page and its status. */
export interface SendAnswer {
  readonly page: Html;
  readonly status: number;
}

/** Sends it, and says whether the mail server took it. */
export async function sendLeaflet(parts: DeskParts, session: Session, form: PageRequest['form']): Promise<SendAnswer> {
  const sending = sendingOf(parts, form);
  const { mail } = parts;
  const barred = whyNot(parts, sending);
  if (mail === undefined || barred !== undefined) return { page: barred ?? noMail, status: 409 };
  const ask = (fault: string, status: number): SendAnswer => {
    return { page: sendPage(parts, sending, parts.signIn.formToken(session), fault, text(form, 'email')), status };
  };
  const read = readForm(form);
  if ('fault' in read) return ask(read.fault, 400);
  if (!mail.mayMail(session.id)) return ask('Many leaflets were sent just now. Wait a minute, or print this one.', 429);
  if (!(await mailLeaflet(parts, mail, sending, read.to)))
    return ask('The mail server did not take it: nothing was sent. Try again, or print it.', 502);
  await parts.referrals.audit(auditLine('leaflet-sent-from-desk', session.who, parts.clock()));
  const page = message(
    'The leaflet is on its way',
    ['The mail server has taken it. You can close this tab.'],
    html`<p><a href="/desk">Next patient</a></p>`,
  );
  return { page, status: 200 };
}
