// Can every condition be met, and does none hang on itself? Source: https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item.enableWhen
import { wrongLiterals } from './fhir-literals.js';
import { findLoops } from './find-loops.js';
import { type Form, type FormItem, isQuestion } from './form.js';
import type { EnableWhen, ItemType } from './questionnaire-schema.js';

const answerNames = [
  'answerBoolean',
  'answerDecimal',
  'answerInteger',
  'answerDate',
  'answerDateTime',
  'answerTime',
  'answerString',
  'answerCoding',
  'answerQuantity',
  'answerReference',
] as const;
type AnswerName = (typeof answerNames)[number];

const suiting: Readonly<Partial<Record<ItemType, readonly AnswerName[]>>> = {
  boolean: ['answerBoolean'],
  integer: ['answerInteger', 'answerDecimal'],
  decimal: ['answerDecimal', 'answerInteger'],
  date: ['answerDate'],
  dateTime: ['answerDateTime', 'answerDate'],
  time: ['answerTime'],
  string: ['answerString'],
  text: ['answerString'],
  url: ['answerString'],
  quantity: ['answerQuantity'],
  reference: ['answerReference'],
  attachment: [],
};

const optionAnswers: Readonly<Record<string, AnswerName>> = {
  valueCoding: 'answerCoding',
  valueString: 'answerString',
  valueInteger: 'answerInteger',
  valueDate: 'answerDate',
  valueTime: 'answerTime',
  valueReference: 'answerReference',
};

/** Answers in which nothing is more or less than another. */
const orderless: ReadonlySet<AnswerName> = new Set(['answerBoolean', 'answerCoding', 'answerReference']);

function suitingAnswers(question: FormItem): readonly AnswerName[] {
  const listed = suiting[question.type];
  if (listed !== undefined) return listed;
  // Options that an expression works out may be of any kind.
  if (question.rules?.options !== undefined) return Object.values(optionAnswers);
  const kinds = question.options.flatMap(option => Object.keys(option.value)).flatMap(name => optionAnswers[name] ?? []);
  const known: readonly AnswerName[] = kinds.length > 0 ? [...new Set(kinds)] : ['answerCoding'];
  return question.type === 'open-choice' && !known.includes('answerString') ? [...known, 'answerString'] : known;
}

function checkCoding(condition: EnableWhen, question: FormItem): string | undefined {
  const coding = condition.answerCoding;
  const codings = question.options.flatMap(({ value }) => ('valueCoding' in value ? [value.valueCoding] : []));
  if (coding === undefined || codings.length === 0 || question.rules?.options !== undefined) return undefined;
  const alike = codings.filter(({ code }) => code === coding.code);
  if (alike.length === 0) {
    return question.type === 'open-choice'
      ? undefined
      : `enableWhen wants '${coding.code}', which is not an option of '${question.linkId}'`;
  }
  const systems = alike.map(({ system }) => system);
  if (coding.system === undefined || systems.includes(undefined) || systems.includes(coding.system)) return undefined;
  return `enableWhen wants '${coding.code}' of system ${coding.system}, but the option of '${question.linkId}' is of ${systems.join(', ')}`;
}

function checkExists(condition: EnableWhen, answers: readonly AnswerName[]): string | undefined {
  return answers.length === 1 && answers[0] === 'answerBoolean' && typeof condition.answerBoolean === 'boolean'
    ? undefined
    : "enableWhen with operator 'exists' needs answerBoolean and nothing else (que-7)";
}

function checkOperator(condition: EnableWhen, answer: AnswerName, question: FormItem): string | undefined {
  const ordered = condition.operator !== '=' && condition.operator !== '!=';
  return ordered && orderless.has(answer)
    ? `enableWhen cannot use '${condition.operator}' on '${question.linkId}', whose answers have no order`
    : undefined;
}

function checkLiteral(condition: EnableWhen, question: FormItem): string | undefined {
  const [wrong] = wrongLiterals(condition, 'answer');
  if (wrong !== undefined) return `enableWhen on '${question.linkId}': ${wrong}`;
  const { answerQuantity: quantity } = condition;
  return quantity !== undefined && quantity.value === undefined ? `enableWhen on '${question.linkId}' compares with no number` : undefined;
}

/** What is wrong with one condition on a question that exists, or nothing. */
export function checkCondition(condition: EnableWhen, question: FormItem): string | undefined {
  if (!isQuestion(question)) return `enableWhen names '${question.linkId}', a ${question.type}, which never has an answer`;
  const answers = answerNames.filter(name => condition[name] !== undefined);
  if (condition.operator === 'exists') return checkExists(condition, answers);
  const [answer] = answers;
  if (answer === undefined || answers.length > 1) return `enableWhen on '${question.linkId}' needs exactly one answer[x]`;
  const suited = suitingAnswers(question);
  if (!suited.includes(answer)) {
    const needed = suited.length === 0 ? "operator 'exists'" : suited.join(' or ');
    return `enableWhen compares '${question.linkId}' (type '${question.type}') with ${answer}; it needs ${needed}`;
  }
  return checkLiteral(condition, question) ?? checkOperator(condition, answer, question) ?? checkCoding(condition, question);
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

function isInside(form: Form, loop: readonly string[]): boolean {
  return loop.some(linkId => {
    const item = form.byLinkId.get(linkId);
    return item?.enableWhen.some(({ question }) => ancestors(form, form.byLinkId.get(question) ?? item).includes(linkId));
  });
}

function loopKind(form: Form, loop: readonly string[]): string {
  const byExpression = loop.some((linkId, place) => {
    const item = form.byLinkId.get(linkId);
    const next = loop[(place + 1) % loop.length];
    return item?.parent !== next && item?.enableWhen.every(({ question }) => question !== next) === true;
  });
  return byExpression ? 'an expression' : 'enableWhen';
}

const longestLoop = 12;

function shownLoop(loop: readonly string[]): string {
  return loop.length <= longestLoop
    ? loop.join(' -> ')
    : `${loop.slice(0, longestLoop).join(' -> ')} -> … (${String(loop.length - 1)} items)`;
}

/**
 * Every fault of every condition in a form. `where` says how a problem about an item begins (file and item);
 * conditions on questions in `skip` are not judged (something of them could not be read, and has been told).
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
      return first === undefined
        ? []
        : [`${where(first)}: ${loopKind(form, loop)} goes round in a loop: ${shownLoop([...loop, first.linkId])}`];
    }),
  ];
}
