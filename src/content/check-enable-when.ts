// Can every condition be met, and does none hang on itself? Source: https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item.enableWhen
import { type Form, type FormItem, isQuestion } from './form.js';
import type { EnableWhen } from './questionnaire-schema.js';

const answerNames = ['answerBoolean', 'answerDecimal', 'answerInteger', 'answerDate', 'answerString', 'answerCoding'] as const;
type AnswerName = (typeof answerNames)[number];

const unheldAnswers = ['answerTime', 'answerDateTime', 'answerQuantity', 'answerReference'];

const suiting: Readonly<Record<string, readonly AnswerName[]>> = {
  boolean: ['answerBoolean'],
  integer: ['answerInteger', 'answerDecimal'],
  decimal: ['answerDecimal', 'answerInteger'],
  date: ['answerDate'],
  string: ['answerString'],
  text: ['answerString'],
};

const optionAnswers: Readonly<Record<string, AnswerName>> = {
  valueCoding: 'answerCoding',
  valueString: 'answerString',
  valueInteger: 'answerInteger',
  valueDate: 'answerDate',
};

function suitingAnswers(question: FormItem): readonly AnswerName[] {
  const listed = suiting[question.type];
  if (listed !== undefined) return listed;
  const kinds = question.options.flatMap(option => Object.keys(option.value)).flatMap(name => optionAnswers[name] ?? []);
  const known = kinds.length > 0 ? [...new Set(kinds)] : (['answerCoding'] as const);
  return question.type === 'open-choice' ? [...known, 'answerString'] : known;
}

function checkCoding(condition: EnableWhen, question: FormItem): string | undefined {
  const coding = condition.answerCoding;
  if (coding === undefined || question.options.length === 0) return undefined;
  const option = question.options.find(({ code }) => code === coding.code);
  if (option === undefined) {
    return question.type === 'open-choice'
      ? undefined
      : `enableWhen wants '${coding.code}', which is not an option of '${question.linkId}'`;
  }
  const system = 'valueCoding' in option.value ? option.value.valueCoding.system : undefined;
  if (coding.system === undefined || system === undefined || coding.system === system) return undefined;
  return `enableWhen wants '${coding.code}' of system ${coding.system}, but the option of '${question.linkId}' is of ${system}`;
}

function checkExists(condition: EnableWhen, answers: readonly AnswerName[]): string | undefined {
  return answers.length === 1 && answers[0] === 'answerBoolean' && typeof condition.answerBoolean === 'boolean'
    ? undefined
    : "enableWhen with operator 'exists' needs answerBoolean and nothing else (que-7)";
}

function checkOperator(condition: EnableWhen, question: FormItem): string | undefined {
  const ordered = condition.operator !== '=' && condition.operator !== '!=';
  const orderless = question.type === 'boolean' || condition.answerCoding !== undefined;
  return ordered && orderless
    ? `enableWhen cannot use '${condition.operator}' on '${question.linkId}', whose answers have no order`
    : undefined;
}

/** What is wrong with one condition on a question that exists, or nothing. */
export function checkCondition(condition: EnableWhen, question: FormItem): string | undefined {
  if (!isQuestion(question)) return `enableWhen names '${question.linkId}', a ${question.type}, which never has an answer`;
  const answers = answerNames.filter(name => condition[name] !== undefined);
  if (condition.operator === 'exists') return checkExists(condition, answers);
  const unheld = unheldAnswers.find(name => condition[name] !== undefined);
  if (unheld !== undefined) return `enableWhen compares with ${unheld}, which this release cannot hold`;
  const [answer] = answers;
  if (answer === undefined || answers.length > 1) return `enableWhen on '${question.linkId}' needs exactly one answer[x]`;
  const suited = suitingAnswers(question);
  if (!suited.includes(answer)) {
    return `enableWhen compares '${question.linkId}' (type '${question.type}') with ${answer}; it needs ${suited.join(' or ')}`;
  }
  return checkOperator(condition, question) ?? checkCoding(condition, question);
}

function ancestors(form: Form, item: FormItem): readonly string[] {
  const above: string[] = [];
  for (let at = item.parent; at !== undefined && !above.includes(at); at = form.byLinkId.get(at)?.parent) above.push(at);
  return above;
}

function checkTarget(form: Form, item: FormItem, condition: EnableWhen, skip: ReadonlySet<string>): string | undefined {
  if (condition.question === item.linkId) return 'enableWhen points at the item itself';
  if (skip.has(condition.question)) return undefined;
  const question = form.byLinkId.get(condition.question);
  if (question === undefined) return `enableWhen names '${condition.question}', which does not exist`;
  if (ancestors(form, question).includes(item.linkId)) return `enableWhen names '${condition.question}', which stands inside this item`;
  return checkCondition(condition, question);
}

// What an item's being asked hangs on: the questions of its conditions, and its parent.
function leansOn(form: Form, linkId: string): readonly string[] {
  const item = form.byLinkId.get(linkId);
  if (item === undefined) return [];
  const questions = item.enableWhen.map(({ question }) => question).filter(question => question !== linkId);
  return item.parent === undefined ? questions : [...questions, item.parent];
}

/** Every circle of items that hang on one another, each told once, as the linkIds in order. */
function findLoops(form: Form): readonly (readonly string[])[] {
  const loops: (readonly string[])[] = [];
  const done = new Set<string>();
  const visit = (linkId: string, path: readonly string[]): void => {
    const start = path.indexOf(linkId);
    if (start >= 0) {
      loops.push(path.slice(start));
      return;
    }
    if (done.has(linkId)) return;
    for (const next of leansOn(form, linkId)) visit(next, [...path, linkId]);
    done.add(linkId);
  };
  for (const { linkId } of form.order) visit(linkId, []);
  return loops;
}

function isInside(form: Form, loop: readonly string[]): boolean {
  return loop.some(linkId => {
    const item = form.byLinkId.get(linkId);
    return item?.enableWhen.some(({ question }) => ancestors(form, form.byLinkId.get(question) ?? item).includes(linkId));
  });
}

/**
 * Every fault of every condition in a form. `where` says how a problem about an item begins (file and item);
 * conditions on questions in `skip` are not judged (their type is not held, and has been told).
 */
export function checkEnableWhen(form: Form, where: (item: FormItem) => string, skip: ReadonlySet<string> = new Set()): string[] {
  const faults = form.order.flatMap(item =>
    item.enableWhen.flatMap(condition => {
      const fault = checkTarget(form, item, condition, skip);
      return fault === undefined ? [] : [`${where(item)}: ${fault}`];
    }),
  );
  const loops = findLoops(form).filter(loop => !isInside(form, loop));
  return [
    ...faults,
    ...loops.flatMap(loop => {
      const first = form.byLinkId.get(loop[0] ?? '');
      return first === undefined ? [] : [`${where(first)}: enableWhen goes round in a loop: ${[...loop, first.linkId].join(' -> ')}`];
    }),
  ];
}
