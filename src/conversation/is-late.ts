// Typed text belongs to the question that was pending when its turn was first loaded; a conflict can show that another message settled it.
import { pendingKey } from './derive-position.js';
import type { TurnState } from './turn-state.js';

/** Is what was typed late: was it meant for another question than the one that stands now? */
export function isLate({ turn, asked, said }: TurnState): boolean {
  return said.kind === 'text' && turn.pendingAtFirst !== undefined && turn.pendingAtFirst !== pendingKey(asked.standing);
}
