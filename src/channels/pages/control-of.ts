// Which control a question gets on a page: by its FHIR type, by how its form asks for it to be drawn, and by how much there is to choose.
import type { Question } from '../../conversation/reply.js';

/** The controls a question can have on a page; a form says which it was (`kind`). */
export const controls = [
  'one',
  'many',
  'yes-no',
  'list',
  'search',
  'number',
  'slider',
  'quantity',
  'date',
  'birth',
  'moment',
  'time',
  'text',
  'more',
] as const;
export type Control = (typeof controls)[number];

/** More than these do not stand side by side to be read through: one is picked from a list. */
const mostRadios = 15;

const byType: Readonly<Record<Question['type'], Control>> = {
  boolean: 'yes-no',
  // a choice among nothing can still be written
  choice: 'text',
  'open-choice': 'text',
  integer: 'number',
  decimal: 'number',
  quantity: 'quantity',
  date: 'date',
  dateTime: 'moment',
  time: 'time',
  string: 'text',
  text: 'text',
  url: 'text',
  attachment: 'text',
  reference: 'text',
  group: 'text',
  display: 'text',
};

function choiceControl({ repeats, control, options = [] }: Question): Control {
  if (repeats) return 'many';
  if (control === 'autocomplete') return 'search';
  return control === 'drop-down' || (control === undefined && options.length > mostRadios) ? 'list' : 'one';
}

/** A slider needs both its ends; without them the number is typed. */
function isSlider({ control, min, max }: Question): boolean {
  return control === 'slider' && typeof min === 'number' && typeof max === 'number' && min < max;
}

/** Which control a question gets. */
export function controlOf(question: Question): Control {
  if (question.more !== undefined) return 'more';
  if (question.type !== 'boolean' && (question.options ?? []).length > 0) return choiceControl(question);
  const control = byType[question.type];
  if (control === 'date' && question.format === 'date-of-birth') return 'birth';
  return control === 'number' && isSlider(question) ? 'slider' : control;
}

const alone: ReadonlySet<Control> = new Set(['text', 'number', 'time', 'list', 'search']);

/** Is it several controls under one heading (a fieldset), or one with a label? */
export function isGroup(question: Question): boolean {
  const control = controlOf(question);
  return control === 'quantity' ? (question.units ?? []).length > 1 : !alone.has(control);
}
