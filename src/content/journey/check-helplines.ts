// Are the helplines fit to be shown? Numbers grow old: `waymark check` says which, and `waymark check --release` refuses them. A fresh clone
// never fails its tests because time has passed.
import type { NeedsFile } from './needs-schema.js';
import type { RedFlagPolicyFile } from './red-flags-schema.js';
import type { Helpline } from './service-schema.js';

const day = 24 * 60 * 60 * 1000;
/** Days after which a number is to be looked at again, and after which no release goes out with it. */
const [oldAfter, tooOldAfter] = [90, 180];
const file = 'dialogs/helplines.json';

function ageOf({ verifiedOn }: Helpline, today: string): number {
  return Math.floor((Date.parse(today) - Date.parse(verifiedOn)) / day);
}

/** Helplines last verified more than 90 days before `today` (ISO date), one sentence each. */
export function warnHelplines(helplines: readonly Helpline[], today: string): readonly string[] {
  return helplines.flatMap(line => {
    const age = ageOf(line, today);
    return age > oldAfter ? [`${file}: helpline '${line.id}' was last verified ${String(age)} days ago, on ${line.verifiedOn}`] : [];
  });
}

/** Why a release may not go out with these helplines: shown but not read on its owner's page, or verified more than 180 days ago. */
export function refuseHelplines(helplines: readonly Helpline[], today: string): readonly string[] {
  return helplines
    .filter(({ status }) => status !== 'unverified')
    .flatMap(line => {
      const age = ageOf(line, today);
      if (line.status === 'listed')
        return [`${file}: helpline '${line.id}' is shown, but nobody has read its number and hours on its owner's page`];
      return age > tooOldAfter
        ? [`${file}: helpline '${line.id}' was last verified ${String(age)} days ago: no release goes out with it`]
        : [];
    });
}

/** Answers to danger that would show nobody, or nobody at night: each kind needs one line, shown, that is open at all hours. */
export function checkAlwaysOpen(
  kinds: readonly { readonly kind: string; readonly helplines: readonly string[] }[],
  helplines: readonly Helpline[],
): readonly string[] {
  const always = new Set(helplines.filter(({ hours, status }) => hours === '24/7' && status !== 'unverified').map(({ id }) => id));
  return kinds
    .filter(({ helplines: ids }) => !ids.some(id => always.has(id)))
    .map(({ kind }) => `dialogs/red-flags.json: '${kind}': no line is shown that is open day and night`);
}

/** Whom each answer of the policy names: one for each kind, and one for the young. */
export function answersOf({
  kinds,
  young,
}: RedFlagPolicyFile): readonly { readonly kind: string; readonly helplines: readonly string[] }[] {
  return [...kinds, { kind: 'young', helplines: young.helplines }];
}

/** Helplines that stand twice or cannot be reached, and answers that name one which does not exist. */
export function checkHelplines(helplines: readonly Helpline[], redFlags: RedFlagPolicyFile): readonly string[] {
  const ids = helplines.map(({ id }) => id);
  return [
    ...ids.filter((id, place) => ids.indexOf(id) !== place).map(id => `dialogs/helplines.json: helpline '${id}' stands twice`),
    ...helplines
      .filter(({ contact, number, url }) => (contact === 'web' ? url : number) === undefined)
      .map(
        ({ id, contact }) =>
          `dialogs/helplines.json: helpline '${id}': contact '${contact}' needs a ${contact === 'web' ? 'url' : 'number'}`,
      ),
    ...answersOf(redFlags).flatMap(({ kind, helplines: named }) =>
      named
        .filter(id => !ids.includes(id))
        .map(id => `dialogs/red-flags.json: kind '${kind}' names helpline '${id}', which does not exist`),
    ),
  ];
}

/** Lines of needs that do not exist, or that no patient may be shown. */
export function checkLines(needs: NeedsFile, helplines: readonly Helpline[]): readonly string[] {
  const shown = new Set(helplines.filter(({ status }) => status !== 'unverified').map(({ id }) => id));
  return needs.flatMap(({ key, lines = [] }) =>
    lines
      .filter(id => !shown.has(id))
      .map(id => `dialogs/needs.json: need '${key}' names helpline '${id}', which does not exist or is not verified`),
  );
}
