// What stops a questionnaire that stands alone, though it could be part of a journey: nothing else assembles it or fills its items.
import { extensionUrls } from './extension-urls.js';
import { readsOfItem } from './find-loops.js';
import { type Form, type FormItem, isQuestion } from './form.js';
import type { Questionnaire } from './questionnaire-schema.js';
import { findExtensions } from './read-extension.js';
import { walkItems } from './walk-items.js';

function isGiven({ initial, rules }: FormItem): boolean {
  return initial.length > 0 || rules?.initial !== undefined || rules?.calculated !== undefined;
}

/** Items nobody can be asked (read-only or hidden, or inside such a one) and nothing fills. */
function findNeverFilled(form: Form): ReadonlySet<string> {
  const unasked = new Set<string>();
  for (const item of form.order) {
    if (item.readOnly || item.hidden || (item.parent !== undefined && unasked.has(item.parent))) unasked.add(item.linkId);
  }
  const questions = form.order.filter(item => unasked.has(item.linkId) && isQuestion(item) && !isGiven(item));
  return new Set(questions.map(({ linkId }) => linkId));
}

function isCalculatedElsewhere(item: FormItem, source: readonly string[]): boolean {
  return source.includes(item.localId) && item.rules?.calculated === undefined;
}

/** Every such fault. */
export function checkAlone(questionnaire: Questionnaire, form: Form, where: string): string[] {
  const items = walkItems(questionnaire.item);
  const place = (linkId: string): string => `${where}: item '${linkId}': `;
  const neverFilled = findNeverFilled(form);
  // calculatedExpression in a language that is not run: the item stays empty, so nothing may hang on it.
  const calculated = items.filter(item => findExtensions(item, extensionUrls.calculatedExpression).length > 0).map(({ linkId }) => linkId);
  const empty = new Set(form.order.filter(item => isCalculatedElsewhere(item, calculated)).map(({ linkId }) => linkId));
  return [
    ...items
      .filter(item => findExtensions(item, extensionUrls.subQuestionnaire).length > 0)
      .map(({ linkId }) => `${place(linkId)}stands for a subQuestionnaire, which has to be assembled first`),
    ...form.order
      .filter(item => item.required && neverFilled.has(item.linkId))
      .map(({ linkId }) => `${place(linkId)}is required, but nobody is asked it and nothing fills it`),
    ...form.order.flatMap(item =>
      [...item.enableWhen.map(({ question }) => question), ...readsOfItem(form, item)]
        .filter((linkId, at, all) => empty.has(linkId) && linkId !== item.linkId && all.indexOf(linkId) === at)
        .map(linkId => `${place(item.linkId)}hangs on '${linkId}', which stays empty because Waymark cannot calculate it`),
    ),
  ];
}

/** linkIds that expressions name and the form does not have: they read nothing. */
export function noteExpressions(form: Form, where: string): string[] {
  return form.order.flatMap(item =>
    readsOfItem(form, item)
      .filter(linkId => !form.byLinkId.has(linkId))
      .map(linkId => `${where}: item '${item.linkId}': an expression names '${linkId}', which does not exist`),
  );
}
