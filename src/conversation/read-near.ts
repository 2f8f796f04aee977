// Typed words where what is near is shown: the number or the name of a service asks for more of it.
import { foldText } from '../text/fold-text.js';
import { toAsciiDigits } from '../text/digits.js';
import { nearOf } from './near-of.js';
import { settled, withNotices } from './turn-state.js';
import type { TurnState } from './turn-state.js';

/** Services as they are numbered: each once, in the order shown. */
export function eachOnce<T extends { readonly id: string }>(services: readonly T[]): readonly T[] {
  return services.filter(({ id }, at) => services.findIndex(other => other.id === id) === at);
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** The one service whose name these words are, or are a part of. */
function named(folded: string, services: readonly Named[]): Named | undefined {
  const whole = services.find(({ name }) => foldText(name) === folded);
  const parts = folded.length < 4 ? [] : services.filter(({ name }) => foldText(name).includes(folded));
  return whole ?? (parts.length === 1 ? parts[0] : undefined);
}

/** Tells more of the service meant; anything else shows the list again. */
export function readNear(text: string, state: TurnState): TurnState {
  const { conversation, content, directory } = state;
  const shown = nearOf(conversation, content, directory)?.groups.flatMap(({ matches }) => matches.map(({ service }) => service)) ?? [];
  const services = eachOnce(shown);
  const folded = foldText(text);
  const number = Number(/^\d{1,2}$/u.exec(toAsciiDigits(folded))?.[0] ?? Number.NaN);
  const meant = services[number - 1] ?? named(folded, services);
  return meant === undefined ? settled(state) : withNotices(settled(state), { code: 'service', id: meant.id });
}
