// How an item asks to be drawn, and where one may read more about it.
// Sources: https://hl7.org/fhir/R4/extension-questionnaire-itemcontrol.html, -sliderstepvalue.html, -choiceorientation.html, -supportlink.html
import { extensionUrls } from './extension-urls.js';
import type { FormItem, ItemControl } from './form.js';
import { omitUndefined } from '../omit-undefined.js';
import type { QuestionnaireItem } from './questionnaire-schema.js';
import { findExtensions, readConceptCodes, readNumber, readText } from './read-extension.js';

const controls: ReadonlySet<string> = new Set<ItemControl>([
  'slider',
  'radio-button',
  'check-box',
  'drop-down',
  'autocomplete',
  'spinner',
  'text-area',
  'page',
]);

function isControl(code: string): code is ItemControl {
  return controls.has(code);
}

function readOrientation(item: QuestionnaireItem): 'horizontal' | 'vertical' | undefined {
  const orientation = readText(item, extensionUrls.choiceOrientation);
  return orientation === 'horizontal' || orientation === 'vertical' ? orientation : undefined;
}

/** Only addresses of the web: nothing that a page would run. */
function isWebAddress(address: string): boolean {
  const { protocol } = URL.canParse(address) ? new URL(address) : { protocol: '' };
  return protocol === 'https:' || protocol === 'http:';
}

function readLinks(item: QuestionnaireItem): readonly string[] {
  const addresses = findExtensions(item, extensionUrls.supportLink).flatMap(({ valueUri, valueUrl }) => valueUri ?? valueUrl);
  return [...new Set(addresses.filter(address => typeof address === 'string'))].filter(isWebAddress);
}

/** Control, step and orientation where the file gives them, and its support links. */
export function readControls(item: QuestionnaireItem): Pick<FormItem, 'control' | 'orientation' | 'step' | 'links'> {
  const step = readNumber(item, extensionUrls.sliderStepValue);
  return {
    links: readLinks(item),
    ...omitUndefined({
      control: readConceptCodes(item, extensionUrls.itemControl).find(isControl),
      orientation: readOrientation(item),
      step: step !== undefined && step > 0 ? step : undefined,
    }),
  };
}
