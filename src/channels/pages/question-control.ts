// The control that fits a question, drawn with what stands in it already.
import { choiceControl, listControl, searchControl } from './choice-control.js';
import type { Control } from './control-of.js';
import type { ControlParts } from './control-parts.js';
import { dateControl, momentControl, timeControl } from './date-control.js';
import type { Html } from './html.js';
import { moreControl } from './more-control.js';
import { numberControl, quantityControl, sliderControl } from './number-control.js';
import { textControl } from './text-control.js';

const drawn: Readonly<Record<Control, (parts: ControlParts) => Html>> = {
  one: choiceControl,
  many: choiceControl,
  'yes-no': choiceControl,
  list: listControl,
  search: searchControl,
  number: parts => (parts.question.format === undefined ? numberControl(parts) : textControl(parts)),
  slider: sliderControl,
  quantity: quantityControl,
  date: dateControl,
  birth: dateControl,
  moment: momentControl,
  time: timeControl,
  text: textControl,
  more: moreControl,
};

/** The control, filled. */
export function renderControl(parts: ControlParts): Html {
  return drawn[parts.control](parts);
}
