// From a posted form to what the person said: the button that was pressed, and, where that was an answer, the control beside it.
import { commands } from '../../content/content.js';
import type { Command } from '../../content/content.js';
import type { PageTurn } from './conversing.js';
import { field } from './form-fields.js';
import type { PageRequest } from './page.js';
import { keyed, optionAnswer, readControl, readFilled, skip } from './read-control.js';

type Form = PageRequest['form'];
type Said = PageTurn['said'];

function isCommand(text: string): text is Command {
  return commands.some(command => command === text);
}

/** A button that is an answer. What was written beside it travels along; beside a yes to "another one?" it is the next one already. */
function picked(form: Form, value: string): Said {
  const control = field(form, 'kind');
  const words = field(form, 'words').trim();
  if (control === 'more' && value === 'true' && words !== '') return { kind: 'text', text: words };
  return keyed(field(form, 'key'), optionAnswer(control, value), words);
}

/** What the pressed button and the fields around it say. */
export function readForm(form: Form): Said {
  const [verb = '', ...rest] = field(form, 'do').split(':');
  const object = rest.join(':');
  if (verb === 'start') return { kind: 'nothing' };
  // on to all questions on one page, with what was filled in here
  if (verb === 'form') return readFilled(form) ?? { kind: 'nothing' };
  if (verb === 'skip') return skip(field(form, 'key'));
  if (verb === 'pick') return picked(form, object);
  if (verb === 'change') return { kind: 'command', command: 'change', key: object };
  if (verb === 'language') return { kind: 'command', command: 'language', language: object };
  if (isCommand(verb)) return { kind: 'command', command: verb };
  return readControl(form);
}
